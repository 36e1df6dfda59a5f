// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/** The services of this checkout. */
class DeclaredServicesTest {

    private static final Checkout CHECKOUT = new Checkout(Path.of("../..").toAbsolutePath().normalize());

    @Test
    void eachIsAModuleWithAnImageAndADependencyOfEveryService() {
        List<String> names = ServicesFile.read(CHECKOUT.services(), CHECKOUT.environments()).services().stream()
                .map(DeclaredService::name).toList();

        assertThat(names).isNotEmpty().allSatisfy(name -> {
            assertThat(CHECKOUT.images().resolve("pom.xml")).content().contains("<module>" + name + "</module>");
            assertThat(CHECKOUT.images().resolve("every-service/pom.xml")).content()
                    .contains("<artifactId>" + name + "</artifactId>");
            assertThat(CHECKOUT.images().resolve(name + "/src/image/training.txt")).exists();
        });
    }
}
