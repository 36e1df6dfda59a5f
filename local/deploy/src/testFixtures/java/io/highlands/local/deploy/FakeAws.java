// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.verify.AwsCli;

/**
 * An AWS CLI that writes its arguments down, a line per call, and prints what was prepared for the operation. It stands for
 * order and arguments only; whether AWS's own CLI takes the arguments is {@code AwsArgumentsTest}'s.
 */
public final class FakeAws {

    private final Path folder;

    /** Makes one in a folder, with an account of which everything is there. */
    public FakeAws(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(program(), """
                #!/bin/sh
                here=$(dirname "$0")
                if [ "$1" = --version ]; then cat "$here/version"; exit 0; fi
                { for word in "$@"; do printf '%s\\037' "$word"; done; echo; } >"$here/call.$$"
                cat "$here/call.$$" >>"$here/calls"; rm "$here/call.$$"
                if [ -d "$here/$1.$2.then" ]; then mv "$here/$1.$2.then"/* "$here"; fi
                printf %s "${AWS_CLI_ERROR_FORMAT-}" >"$here/format"
                if [ -f "$here/$1.$2.error" ]; then cat "$here/$1.$2.error" >&2; exit 254; fi
                cat "$here/$1.$2" 2>/dev/null || echo '{}'
                """);
        program().toFile().setExecutable(true);
        Files.writeString(folder.resolve("version"), "aws-cli/2.31.0 Python/3.13.7 Linux/6.8\n");
        answer("sts", "get-caller-identity", """
                {"UserId": "AIDA", "Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/ada"}""");
        answer("ssm", "get-parameter", "{\"Parameter\": {\"Value\": \"30\"}}");
        answer("service-quotas", "get-service-quota", "{\"Quota\": {\"Value\": 100.0}}");
        answer("ecr", "describe-images", """
                {"imageDetails": [{"imageDigest": "sha256:%s", "imageManifestMediaType":
                 "application/vnd.oci.image.manifest.v1+json"}]}""".formatted("ab".repeat(32)));
        answer("acm", "describe-certificate", "{\"Certificate\": {\"Status\": \"ISSUED\"}}");
        answer("acm-pca", "describe-certificate-authority", "{\"CertificateAuthority\": {\"Status\": \"ACTIVE\"}}");
        answer("acm-pca", "list-tags", "{\"Tags\": [{\"Key\": \"AmazonECSManaged\", \"Value\": \"true\"}]}");
        answer("sns", "get-topic-attributes", "{\"Attributes\": {\"SubscriptionsConfirmed\": \"1\"}}");
    }

    private Path program() {
        return folder.resolve("aws");
    }

    public AwsCli cli() {
        return new AwsCli(program().toString(), Optional.empty(), Optional.of("eu-west-1"));
    }

    void version(String text) throws IOException {
        Files.writeString(folder.resolve("version"), text);
    }

    public void answer(String service, String operation, String json) throws IOException {
        Files.deleteIfExists(folder.resolve(service + "." + operation + ".error"));
        Files.writeString(folder.resolve(service + "." + operation), json);
    }

    /** What an operation answers from the first call of another one on. */
    public void answerAfter(String change, String service, String operation, String json) throws IOException {
        Path then = Files.createDirectories(folder.resolve(service + "." + change + ".then"));
        Files.writeString(then.resolve(service + "." + operation), json);
    }

    /** The stacks of the account: name, status and whether they are protected, as {@code highlands-dev-base ROLLBACK_FAILED true}. */
    public void stacks(String... stacks) throws IOException {
        answer("cloudformation", "describe-stacks", Stream.of(stacks).map(stack -> stack.split(" ")).map(parts -> """
                {"StackName": "%s", "StackStatus": "%s", "EnableTerminationProtection": %s,
                 "CreationTime": "2026-11-01T10:00:%02d+00:00", "Tags": [%s]}""".formatted(parts[0], parts[1], parts[2],
                List.of(stacks).indexOf(String.join(" ", parts)), parts.length < 4 ? "" : """
                        {"Key": "highlands:environment", "Value": "%s"}""".formatted(parts[3])))
                .collect(Collectors.joining(",", "{\"Stacks\": [", "]}")));
    }

    /** Refuses an operation with exactly this text. */
    public void refuseWith(String service, String operation, String text) throws IOException {
        Files.writeString(folder.resolve(service + "." + operation + ".error"), text);
    }

    /** {@return the error format that the last call asked for} */
    public String errorFormat() throws IOException {
        return Files.readString(folder.resolve("format"));
    }

    /** Refuses an operation as the AWS CLI prints a service's error. */
    public void refuse(String service, String operation, String code) throws IOException {
        Files.writeString(folder.resolve(service + "." + operation + ".error"),
                "\nAn error occurred (" + code + ") when calling the operation: no\n", StandardOpenOption.CREATE);
    }

    /** The calls so far, as lists of arguments. */
    public List<List<String>> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls)
                ? Files.readAllLines(calls).stream().map(line -> List.of(line.split("\037"))).toList()
                : List.of();
    }
}
