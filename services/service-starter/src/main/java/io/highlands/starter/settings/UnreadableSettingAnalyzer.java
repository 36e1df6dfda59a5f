// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reports in one sentence a platform setting that cannot be read as its type. Other settings are left to Boot.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final Map<Class<?>, String> ALLOWED = Map.of(Duration.class, "a duration such as 25s or 500ms",
            int.class, "a whole number", java.net.URI.class, "an address such as http://service-a:8080");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        if (findCause(rootFailure, InvalidSettingException.class) instanceof InvalidSettingException invalid) {
            return new FailureAnalysis(invalid.getMessage(), null, invalid);
        }
        ConfigurationProperty property = cause.getProperty();
        if (property == null || !property.getName().toString().startsWith("highlands.")) {
            return null;
        }
        String allowed = ALLOWED.getOrDefault(cause.getTarget().getType().resolve(Object.class), "another value");
        var invalid = new InvalidSettingException(name(property), String.valueOf(property.getValue()), allowed);
        return new FailureAnalysis(invalid.getMessage(), null, cause);
    }

    /** The variable where the value came from one, since that is what its owner can change. */
    private static String name(ConfigurationProperty property) {
        String origin = String.valueOf(Origin.from(property));
        int quote = origin.indexOf('"');
        return origin.startsWith("System Environment Property") && quote > 0
                ? origin.substring(quote + 1, origin.lastIndexOf('"'))
                : property.getName().toString();
    }
}
