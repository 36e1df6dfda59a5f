// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a new service writes in a project of an installed command. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ProjectServiceTest {

    /** As the archive's, whose text the module distribution holds. */
    private static final Path POM = Path.of("../../distribution/src/project/pom.xml");

    @TempDir
    private Path root;
    private Path project;

    @BeforeEach
    void aProject() throws IOException {
        project = root.resolve("demo");
        Path environments = Files.createDirectories(project.resolve("environments"));
        Files.writeString(environments.resolve("local.yaml"), "services: {}\n");
        Files.writeString(project.resolve("services.yaml"), SampleCheckout.SERVICES);
        Files.copy(POM, project.resolve("pom.xml"));
        System.setProperty(Checkout.ENVIRONMENTS_PROPERTY, environments.toString());
    }

    @AfterEach
    void noProject() {
        System.clearProperty(Checkout.ENVIRONMENTS_PROPERTY);
    }

    private NewService.Added add(String name) {
        return new NewService(new Checkout(root.resolve("archive")))
                .add(ServiceRequest.of(name, List.of("service-c"), null, null, null));
    }

    @Test
    void itsModuleIsOneOfTheProjectsPom() throws IOException {
        NewService.Added added = add("orders");
        add("stock");

        assertThat(added.folder()).isEqualTo(project.resolve("services/orders"));
        assertThat(added.edited()).containsExactly(project.resolve("services.yaml"), project.resolve("pom.xml"));
        assertThat(project.resolve("pom.xml")).content().contains("  <modules>\n    <module>services/orders</module>\n"
                + "    <module>services/stock</module>\n  </modules>\n");
        assertThat(project.resolve("services.yaml")).content().contains("  orders:\n    port: 8083\n");
    }

    /** Maven finds a parent by the coordinates and the relativePath of the child. */
    @Test
    void itsPomHasTheProjectsAsParentAndNoVersionOfHighlands() throws IOException {
        add("orders");

        assertThat(project.resolve("services/orders/pom.xml")).content()
                .contains("<groupId>com.example</groupId>\n    <artifactId>services</artifactId>\n"
                        + "    <version>1-SNAPSHOT</version>\n    <relativePath>../../pom.xml</relativePath>")
                .contains("<main.class>com.example.orders.OrdersService</main.class>").doesNotContain("[[", "@");
    }

    @Test
    void itsPackageBeginsWithTheProjectsGroupAndItsLicenceIsTheProjectsChoice() throws IOException {
        Files.writeString(project.resolve("pom.xml"),
                Files.readString(project.resolve("pom.xml")).replace("com.example", "org.acme.shop"));
        add("orders");

        Path main = project.resolve("services/orders/src/main/java/org/acme/shop/orders");
        assertThat(main.resolve("RouteController.java")).content().startsWith("package org.acme.shop.orders;\n");
        assertThat(main.resolve("OrdersService.java")).exists();
        assertThat(project.resolve("services/orders/src/test/java/org/acme/shop/orders/RoutesTest.java")).exists();
        assertThat(project.resolve("services/orders/src/main/resources/application.properties")).content()
                .startsWith("spring.application.name=orders\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "com.example|Com-Example|groupId: found 'Com-Example', with which no package begins; allowed: words of small "
                    + "letters and digits with dots between",
            "<groupId>com.example</groupId>||groupId: found none of the project before 'modules'; allowed: one",
            "</modules>|</module-list>|modules: found no list of them; allowed: one whose end has a line of its own"})
    void aPomThatTakesNoModuleIsRefusedAndNothingWritten(String written, String instead, String message)
            throws IOException {
        String text = Files.readString(project.resolve("pom.xml")).replace(written, instead == null ? "" : instead);
        Files.writeString(project.resolve("pom.xml"), text);

        assertThatThrownBy(() -> add("orders")).isInstanceOf(ControlException.class)
                .hasMessage(project.resolve("pom.xml") + ": " + message);
        assertThat(project.resolve("services/orders")).doesNotExist();
        assertThat(project.resolve("services.yaml")).content().isEqualTo(SampleCheckout.SERVICES);
    }

    @Test
    void aProjectWithoutAPomIsToldWhereToCopyOneFrom() throws IOException {
        Files.delete(project.resolve("pom.xml"));

        assertThatThrownBy(() -> add("orders")).hasMessageStartingWith(project.resolve("pom.xml") + " is missing")
                .hasMessageEndingWith("copy the files of " + root.resolve("archive/project"));
    }
}
