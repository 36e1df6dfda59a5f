// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.StatedSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Environments differ where their files say so, and staging is prod in everything but size. */
class EnvironmentsDifferTest {

    /** Names of its own, less of the same, and that it may be deleted: nothing that prod would be the first to run. */
    private static final Set<String> ALLOWED = Set.of("logRetentionDays", "keepData", "notify.page", "notify.ticket",
            "network.availabilityZones", "network.natGateways", "loadBalancer.certificate",
            "loadBalancer.deletionProtection", "services.service-a.maxTasks", "services.service-b.maxTasks",
            "services.service-c.maxTasks");

    private static final StatedSettings STAGING = StatedSettings.of(EnvironmentFile.of("staging"));
    private static final StatedSettings PROD = StatedSettings.of(EnvironmentFile.of("prod"));

    @Test
    void stagingDiffersFromProdAsListedAndNowhereElse() {
        assertThat(differences()).isEqualTo(new TreeSet<>(ALLOWED));
    }

    @Test
    void stagingsFileSaysWhyItDiffers() {
        assertThat(differences()).allSatisfy(key -> assertThat(STAGING.reasons()).containsKey(key));
    }

    @Test
    void stagingHasEveryTypeOfResourceThatProdHas() {
        for (String part : Assembly.of("prod").parts()) {
            assertThat(types("staging", part)).as(part).isEqualTo(types("prod", part));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging"})
    void onlyTheFileMakesTheDifference(String name) {
        Assembly prod = Assembly.of("prod");
        Assembly other = Assembly.of(new EnvironmentFile(name, EnvironmentFile.of("prod").text()));

        assertThat(other.parts()).isEqualTo(prod.parts());
        assertThat(prod.parts()).allSatisfy(part -> assertThat(renamed(other.template(part).toPrettyString(), name))
                .isEqualTo(renamed(prod.template(part).toPrettyString(), "prod")));
    }

    /** Ids of rules between groups, and names of policies, end in a hash of the environment's name too. */
    private static String renamed(String template, String name) {
        return template.replace(name, "ENV").replaceAll("[0-9A-F]{20}|(?<=highlandsENV[A-Za-z]{1,90})[0-9A-F]{8}\\b",
                "HASH");
    }

    private static Set<String> differences() {
        Set<String> keys = new TreeSet<>(STAGING.values().keySet());
        keys.addAll(PROD.values().keySet());
        keys.removeIf(key -> Objects.equals(STAGING.values().get(key), PROD.values().get(key)));
        return keys;
    }

    private static Set<String> types(String environment, String part) {
        Set<String> types = new TreeSet<>();
        Assembly.of(environment).template(part).get("Resources")
                .forEach(resource -> types.add(resource.get("Type").asString()));
        return types;
    }
}
