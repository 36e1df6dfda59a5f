// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

/**
 * CycloneDX's JSON of components in its XML. The same components make the same file, serial number and all. GitHub's
 * actions/attest-sbom takes it: it asks for bomFormat, serialNumber and specVersion.
 */
final class SbomJson {

    /** What a component says in one word, in the order of CycloneDX. */
    private static final List<String> TEXTS = List.of("publisher", "group", "name", "version", "description", "scope");

    private SbomJson() {
    }

    static void write(Path file, String subject, Iterable<Element> components) throws IOException {
        List<Object> described = new ArrayList<>();
        components.forEach(component -> described.add(component(component)));
        String content = subject + json(described, "");
        Map<String, Object> bom = new LinkedHashMap<>();
        bom.put("bomFormat", "CycloneDX");
        bom.put("specVersion", "1.6");
        bom.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
        bom.put("version", 1);
        bom.put("metadata", Map.of("component", ordered("type", "application", "name", subject)));
        bom.put("components", described);
        Files.writeString(file, json(bom, "") + "\n");
    }

    private static Map<String, Object> component(Element xml) {
        Map<String, Object> json = ordered("type", xml.getAttribute("type"), "bom-ref", xml.getAttribute("bom-ref"));
        TEXTS.forEach(name -> text(json, xml, name));
        List<Object> hashes = list(xml, "hashes", "hash",
                hash -> ordered("alg", hash.getAttribute("alg"), "content", hash.getTextContent().strip()));
        List<Object> licences = new ArrayList<>(list(xml, "licenses", "license", SbomJson::licence));
        licences.addAll(list(xml, "licenses", "expression", each -> ordered("expression", each.getTextContent().strip())));
        put(json, "hashes", hashes);
        put(json, "licenses", licences);
        text(json, xml, "purl");
        put(json, "externalReferences", list(xml, "externalReferences", "reference",
                each -> ordered("type", each.getAttribute("type"), "url", Sbom.text(each, "url"))));
        return json;
    }

    private static Map<String, Object> licence(Element xml) {
        Map<String, Object> licence = new LinkedHashMap<>();
        List.of("id", "name", "url").forEach(name -> text(licence, xml, name));
        return Map.of("license", licence);
    }

    private static List<Object> list(Element xml, String outer, String inner,
            Function<Element, Object> each) {
        return Sbom.children(Sbom.child(xml, outer), inner).stream().map(each).toList();
    }

    private static void text(Map<String, Object> json, Element xml, String name) {
        String text = Sbom.text(xml, name);
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void put(Map<String, Object> json, String name, List<Object> found) {
        if (!found.isEmpty()) {
            json.put(name, found);
        }
    }

    private static Map<String, Object> ordered(String first, String one, String second, String other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private static Map<String, Object> ordered(String name, String value) {
        return new LinkedHashMap<>(Map.of(name, value));
    }

    private static String json(Object value, String indent) {
        String deeper = indent + "  ";
        return switch (value) {
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(entry -> deeper + quoted(entry.getKey().toString()) + ": " + json(entry.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
            case List<?> list when list.isEmpty() -> "[]";
            case List<?> list -> list.stream().map(each -> deeper + json(each, deeper))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character < ' ') {
                quoted.append("\\u%04x".formatted(character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
