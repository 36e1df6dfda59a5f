// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * cdk-nag's AwsSolutions and NIST 800-53 R5 rules. Nothing is suppressed in the app, so the templates stay as they are
 * deployed: the findings are read from the annotations that the rules leave in the assembly and compared with the list.
 */
final class NagPacks {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** Rule, optional detail, message: {@code AwsSolutions-IAM5[Resource::*]: The IAM entity contains ...}. */
    private static final Pattern ANNOTATION = Pattern
            .compile("((?:AwsSolutions|NIST\\.800\\.53\\.R5)-\\w+)(?:\\[(.*?)])?: (.*)", Pattern.DOTALL);
    /** What cdk-nag writes where a rule itself fails, for example on a value that only a deployment knows. */
    private static final Pattern FAILURE = Pattern.compile("CdkNagValidationFailure(?:\\[(.*?)])?: (.*)",
            Pattern.DOTALL);

    private NagPacks() {
    }

    /** Adds both packs to the app. */
    static void add(App app) {
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
        Aspects.of(app).add(NIST80053R5Checks.Builder.create().reports(false).build());
    }

    /** {@return what the packs found in a synthesized assembly} */
    static List<Finding> read(Path assembly, String label, String environment) {
        List<Finding> findings = new ArrayList<>();
        for (Path file : files(assembly)) {
            String stack = file.getFileName().toString().replace(".metadata.json", "");
            JSON.readTree(file.toFile()).properties()
                    .forEach(path -> findings.addAll(at(path.getKey(), path.getValue(), label,
                            Finding.part(stack, environment))));
        }
        return findings;
    }

    private static List<Finding> at(String path, JsonNode notes, String label, String stack) {
        String resource = notes.valueStream().filter(note -> "aws:cdk:logicalId".equals(note.get("type").asString()))
                .map(note -> Finding.withoutHash(note.get("data").asString())).findFirst()
                .orElse(path.substring(path.lastIndexOf('/') + 1));
        return notes.valueStream()
                .filter(note -> note.get("type").asString().matches("aws:cdk:(error|warning)"))
                .flatMap(note -> finding(note.get("data").asString(), label, stack, resource)).toList();
    }

    private static Stream<Finding> finding(String note, String label, String stack, String resource) {
        var found = ANNOTATION.matcher(note);
        if (found.lookingAt()) {
            String detail = found.group(2) == null ? "" : found.group(2);
            return Stream.of(new Finding(found.group(1), label, stack, resource, detail, found.group(3)));
        }
        var failure = FAILURE.matcher(note);
        if (failure.lookingAt()) {
            String detail = failure.group(1) == null ? "" : failure.group(1);
            return Stream.of(
                    new Finding("CdkNagValidationFailure", label, stack, resource, detail, failure.group(2)));
        }
        return Stream.empty();
    }

    private static List<Path> files(Path assembly) {
        try (Stream<Path> files = Files.list(assembly)) {
            return files.filter(file -> file.toString().endsWith(".metadata.json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
