// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

import io.highlands.local.error.UserError;
import io.highlands.local.provision.Deployed;

/** A template in a cloud assembly of one stack, read with all that watches it. */
final class TemplateTarget implements FuzzTarget {

    private static final String MANIFEST = "{\"version\":\"54.0.0\",\"artifacts\":{\"fuzz\":{\"type\":"
            + "\"aws:cloudformation:stack\",\"environment\":\"aws://unknown-account/unknown-region\",\"properties\":"
            + "{\"templateFile\":\"t.json\"}}}}";

    private final Grammar grammar = Grammar.read("template");
    private final Path folder;

    TemplateTarget(FuzzWorld world) throws IOException {
        folder = Files.createDirectories(world.folder().resolve("assembly"));
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        Files.writeString(folder.resolve("values.json"),
                "{\"parameters\":{\"/x\":\"y\"},\"secrets\":{\"s\":{\"k\":\"v\"}}}");
    }

    @Override
    public byte[] input(RandomGenerator random) {
        String text = grammar.text(random, random.nextInt(2) == 0);
        return (random.nextInt(2) == 0 ? text : Mutation.of(text, random)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String take(byte[] input) throws IOException {
        Files.write(folder.resolve("t.json"), input);
        try {
            Deployed deployed = Deployed.read(folder, folder.resolve("values.json"));
            return deployed.platform().coverage().toString();
        } catch (UserError refused) {
            return refused.getMessage();
        }
    }
}
