// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.cost.PriceList;
import io.highlands.local.cost.TemplateBill;
import io.highlands.local.cost.Usage;
import io.highlands.local.deploy.Assemblies;
import io.highlands.local.deploy.DeployPage;
import io.highlands.local.deploy.DeployPage.Block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What docs/deploy.md tells readers to type. The AWS CLI's commands are AwsArgumentsTest's. */
class DeployPageTest {

    private static final Path ROOT = HighlandsProcess.CHECKOUT;

    @TempDir
    private Path folder;

    @Test
    void theStepsAreInTheOrderThatAnEmptyAccountNeeds() throws IOException {
        // The role, the bootstrap and the images exist before the first service starts.
        assertThat(DeployPage.read().blocks()).extracting(Block::name).containsExactly("tools", "sign-in",
                "service-linked-role", "bootstrap", "images", "promote", "deploy", "smoke-test", "subscribe", "tracing",
                "roll-back", "game-day", "tear-down", "empty-account");
    }

    @Test
    void everyHighlandsCommandIsOneThatThereIs() throws IOException {
        List<List<String>> commands = calls("highlands");

        assertThat(commands).extracting(List::getFirst).contains("images", "deploy", "rollback", "destroy", "verify",
                "tracing");
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        assertThat(commands).allSatisfy(command -> assertThatCode(() -> Highlands.commandLine(nobody, nobody)
                .parseArgs(command.toArray(String[]::new))).as(String.join(" ", command)).doesNotThrowAnyException());
    }

    @Test
    void everyOptionOfTheCdkCliIsOneThatItHas() throws IOException, InterruptedException {
        Path cdk = ROOT.resolve("platform-infra/target/cdk-cli/node_modules/.bin/cdk");
        Assumptions.assumeTrue(Files.isExecutable(cdk), "the pinned CDK CLI is not installed here");
        for (List<String> command : Stream.concat(calls("cdk").stream(), Stream.of(
                List.of("deploy", "--app", "--exclusively", "--no-notices", "--require-approval"),
                List.of("diff", "--app", "--exclusively", "--no-notices"))).toList()) {
            String help = output(cdk.toString(), command.getFirst(), "--help");
            assertThat(command).filteredOn(word -> word.startsWith("--"))
                    .allSatisfy(option -> assertThat(help)
                            .containsPattern(option.replaceFirst("^--no-", "--") + "[ ,]"));
        }
    }

    @Test
    void whatNeedsNoAccountRunsAsPrinted() throws IOException, InterruptedException {
        List<Block> blocks = DeployPage.read().blocks().stream().filter(Block::isWithoutAccount).toList();
        Assumptions.assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "aws"))), "no aws on PATH");
        Path command = Files.writeString(folder.resolve("highlands"), """
                #!/bin/sh
                exec "%s/bin/java" -XX:TieredStopAtLevel=1 "-D%s=%s" -cp "%s" %s "$@"
                """.formatted(System.getProperty("java.home"), Checkout.ROOT_PROPERTY, ROOT,
                System.getProperty("java.class.path"), Highlands.class.getName()));
        assertThat(command.toFile().setExecutable(true)).isTrue();

        for (Block block : blocks) {
            assertThat(output("sh", "-euc", block.text())).contains("aws-cli/", "platform-infra/target/cdk.out/dev",
                    "NAT gateways");
        }
    }

    @Test
    void thePageSaysWhatWasNeverSeenInAnAccount() throws IOException {
        assertThat(Files.readString(DeployPage.FILE)).contains("Never seen in an account");
    }

    @Test
    void theCostIsThatOfTheTemplatesToTheNearestTenDollars() throws IOException {
        double bill = TemplateBill.of(Assemblies.copy("dev", folder), PriceList.bundled(), Usage.LITTLE).dollars();

        assertThat(Files.readString(DeployPage.FILE))
                .contains("about $" + Math.round(bill / 10) * 10 + " a month for dev");
    }

    /** Deleted stacks do not show up in DescribeStacks (API reference, DeleteStack); highlands-images is protected. */
    @Test
    void theAccountIsEmptiedPastTheProtectionOfTheRepositories() throws IOException {
        Block block = DeployPage.read().blocks().getLast();

        assertThat(block.text()).containsSubsequence(
                "--no-enable-termination-protection --stack-name highlands-images", "cdk destroy", "highlands-images",
                "cloudformation describe-stacks");
    }

    private List<List<String>> calls(String program) throws IOException {
        return DeployPage.read().calls(folder).stream().filter(call -> call.getFirst().equals(program))
                .map(call -> call.subList(1, call.size())).toList();
    }

    private String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
