// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import io.highlands.local.error.ParserMessage;
import io.highlands.local.template.TemplateException;

/** Reads JSON files as trees; what is wrong with one is said in one line. */
final class JsonFile {

    private JsonFile() {
    }

    static JsonNode object(Path file, String what) {
        JsonNode tree;
        try {
            tree = JsonTree.parse(Files.readAllBytes(file));
        } catch (JacksonException e) {
            String place = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new TemplateException(file + place + ": not JSON: " + ParserMessage.of(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new TemplateException(file + ": " + what + " cannot be read: " + reason(file, e), e);
        }
        if (!tree.isObject()) {
            throw new TemplateException(file + ": " + what + " must be a JSON object, found " + Json.kind(tree));
        }
        return tree;
    }

    private static String reason(Path file, IOException e) {
        if (!Files.exists(file)) {
            return "no such file";
        }
        return Files.isReadable(file) ? firstLine(e.toString()) : "no permission to read it";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
