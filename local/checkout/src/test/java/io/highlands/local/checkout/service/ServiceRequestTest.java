// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a new service may be called, against the schema of the declaration that its entry is written to. */
class ServiceRequestTest {

    private static final Path SCHEMA = Path.of("../../platform-infra/services.schema.json");

    @Test
    void exactlyTheReservedNamesOfTheDeclarationAreRefused() throws IOException {
        List<String> reserved = names().at("/not/enum").valueStream().map(JsonNode::asString).toList();

        assertThat(ServiceRequest.RESERVED).containsExactlyInAnyOrderElementsOf(reserved);
    }

    @Test
    void aNameHasTheFormOfTheDeclaration() throws IOException {
        assertThat(names().path("pattern").asString()).isEqualTo("^" + ServiceRequest.NAME.pattern() + "$");
    }

    private static JsonNode names() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(SCHEMA)).at("/properties/services/propertyNames");
    }
}
