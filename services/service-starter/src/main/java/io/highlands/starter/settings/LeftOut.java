// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configurations named by {@code highlands.left-out}: a name ending in a dot is a whole package, and
 * one beginning with {@code !} is kept after all. Spring Cloud's own are among them, since discovery and load balancing
 * are the mesh's, and its circuit breaker is set up here.
 */
final class LeftOut implements AutoConfigurationImportFilter, EnvironmentAware {

    private List<String> names = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        names = Binder.get(environment).bind("highlands.left-out", Bindable.listOf(String.class)).orElse(List.of());
    }

    @Override
    public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            kept[i] = candidates[i] == null || kept(candidates[i]);
        }
        return kept;
    }

    private boolean kept(String candidate) {
        return names.contains("!" + candidate) || names.stream().noneMatch(
                name -> name.endsWith(".") ? candidate.startsWith(name) : candidate.equals(name));
    }
}
