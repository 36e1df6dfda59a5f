// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files in {@code local/cli/help}, which the script {@code highlands} prints without building anything.
 * {@code -Dupdate.help=true} writes them.
 */
class HelpFilesTest {

    private static final Path FOLDER = Path.of("help");

    private final CommandLine command = Highlands.commandLine(new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()));

    @Test
    void theFilesAreWhatTheCommandPrints() throws IOException {
        Map<String, String> expected = expected();
        if (Boolean.getBoolean("update.help")) {
            write(expected);
        }
        assertThat(files()).as("local/cli/help; -Dupdate.help=true writes it").isEqualTo(expected);
    }

    private Map<String, String> expected() {
        Map<String, String> texts = new TreeMap<>();
        usage("", command, texts);
        texts.put("shell/version", String.join("\n", command.getCommandSpec().version()) + "\n");
        texts.put("shell/completion.sh", CompletionCommand.script(command.getCommandSpec()));
        texts.put("shell/completion.fish", FishCompletion.script(command.getCommandSpec()));
        return texts;
    }

    private static void usage(String name, CommandLine command, Map<String, String> texts) {
        texts.put((name.isEmpty() ? "highlands" : name) + ".txt", command.getUsageMessage(Ansi.OFF));
        command.getSubcommands().forEach((word, subcommand) -> usage(name.isEmpty() ? word : name + "-" + word,
                subcommand, texts));
    }

    private static void write(Map<String, String> texts) throws IOException {
        for (String stale : files().keySet()) {
            Files.delete(FOLDER.resolve(stale));
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(FOLDER.resolve(text.getKey()), text.getValue());
        }
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> listed = Files.walk(FOLDER)) {
            for (Path file : listed.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
