// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every shell block of a Markdown page and every script runs on macOS too, except the scripts that say that they are for Linux only.
 * What BSD's utilities lack is from the manual pages of macOS, what bash 3.2 lacks from the NEWS file of bash.
 */
class PortableShellTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Set<String> NOT_LOOKED_AT = Set.of("target", "node_modules", ".git", ".mvn");

    private static final Pattern BLOCK = Pattern
            .compile("(?ms)^( *)```(?:sh|bash|shell|console)\\b[^\\n]*\\n(.*?)^ *```");

    private static final Pattern HEADER = Pattern.compile("\\A(?:#.*\\n)+");

    private static final String LINUX_ONLY = "Linux only";

    /** A script of Maven's, which guards what it does not find everywhere. */
    private static final String NOT_OURS = "mvnw";

    @ParameterizedTest
    @ValueSource(strings = {"x=$(date -u -d '-5 minutes' +%s)", "date -v-5M", "date --date=now", "began=$(date +%s%N)",
            "readlink -f x", "sed -i s/a/b/ x", "sed -n -r /a/p", "grep -oP a", "true && timeout 5 sleep 9",
            "stat -c %s x",
            "find . | xargs -r rm", "find . -name x \\\n  -printf %p", "ls | sort -V", "env --default-signal=INT x",
            "f=$(mktemp -p /tmp)", "mktemp /tmp/x.XXXXXX.txt", "cp -T a b", "head -n -1 x", "base64 -w0 x",
            "sha256sum x",
            "make -j\"$(nproc)\"", "cp --recursive a b", "cat /proc/1/stat", "mapfile -t lines <x", "declare -A map",
            "echo ${name,,}", "echo ${name^}", "x &>>log", "x |& y", "wait -n", "if ! flock -n 9; then exit; fi",
            "A=1 tac x", "sh -c 'nproc'"})
    void whatMacOsDoesNotHaveIsFound(String script) {
        assertThat(PortableShell.findings(script)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=$(($(date +%s) - 5 * 60))", "date -u +%Y-%m-%dT%H:%M:%SZ", "readlink x",
            "sed -n -E s/a/b/p",
            "grep -q -m 1 a", "command -v timeout >/dev/null && limit=\"timeout 3\"", "# date -d", "x # sed -i",
            "mktemp \"$root/built.XXXXXX\"", "aws logs x --output text", "echo \"${name%,}\" ${name:-,}", "tail -n 1",
            "curl --max-time 3 x", "find . \\( -name x -o -type f \\) -exec grep -h -m 1 x {} +", "a || b && c",
            "x >y 2>&1",
            "echo a | cut -d' ' -f1", "npm ci --silent", "./highlands up -d", "cp -L a b"})
    void whatMacOsHasIsAllowed(String script) {
        assertThat(PortableShell.findings(script)).isEmpty();
    }

    @Test
    void findingNamesTheLineAndWhatIsAllowed() {
        assertThat(PortableShell.findings("true\nx=$(date -u \\\n -d now)\n")).singleElement().satisfies(found -> {
            assertThat(found.line()).isEqualTo(2);
            assertThat(found).hasToString("found 'date -u -d', which macOS does not have; "
                    + "allowed: $(($(date +%s) - 5 * 60)), in seconds");
        });
    }

    @Test
    void everyShellBlockOfAPageRunsOnMacOs() throws IOException {
        List<String> problems = new ArrayList<>();
        int blocks = 0;
        for (Path page : files()) {
            if (page.toString().endsWith(".md")) {
                String text = Files.readString(page);
                Matcher block = BLOCK.matcher(text);
                for (; block.find(); blocks++) {
                    int line = (int) text.substring(0, block.start(2)).chars().filter(c -> c == '\n').count();
                    check(ROOT.relativize(page).toString(), line, block.group(2), problems);
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(blocks).isGreaterThan(100);
    }

    @Test
    void everyScriptRunsOnMacOs() throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> checked = new TreeSet<>();
        for (Path file : scripts()) {
            String script = Files.readString(file);
            if (!isLinuxOnly(script)) {
                checked.add(ROOT.relativize(file).toString());
                check(ROOT.relativize(file).toString(), 0, script, problems);
            }
        }
        assertThat(problems).isEmpty();
        assertThat(checked).contains("highlands", "agents/launch", "build/jdk", "build/policy",
                "platform-infra/cdk-app");
    }

    @Test
    void onlyWhatNeedsLinuxSaysThatItIsForLinuxOnly() throws IOException {
        Set<String> linux = new TreeSet<>();
        for (Path file : scripts()) {
            if (isLinuxOnly(Files.readString(file))) {
                linux.add(ROOT.relativize(file).toString());
            }
        }
        assertThat(linux).containsExactlyInAnyOrder(".ci/beside", ".ci/commands", ".ci/run",
                "build/container-test",
                "build/container/install", "build/distribution-test", "build/loopback-test",
                "build/shop-test", "services/measure");
    }

    private static void check(String file, int linesBefore, String script, List<String> problems) {
        PortableShell.findings(script).forEach(found -> problems.add(
                file + ':' + (linesBefore + found.line()) + ": " + found));
        if (!script.startsWith("#!/usr/bin/env bash")) {
            ShellSyntax.problem(script).ifPresent(said -> problems.add(file + ':' + (linesBefore + 1) + ": " + said));
        }
    }

    private static boolean isLinuxOnly(String script) {
        Matcher header = HEADER.matcher(script);
        return header.find() && header.group().contains(LINUX_ONLY);
    }

    private static List<Path> scripts() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (Path file : files()) {
            if (startsAShell(file) && !ROOT.relativize(file).toString().equals(NOT_OURS)) {
                scripts.add(file);
            }
        }
        return scripts;
    }

    private static boolean startsAShell(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String first = new String(in.readNBytes(32), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
            return first.matches("#!.*[/ ](?:ba|da)?sh(?: .*)?");
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_LOOKED_AT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
