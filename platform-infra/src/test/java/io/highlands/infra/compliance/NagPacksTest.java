// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

import io.highlands.infra.stacks.Platform;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.Scratch;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules on one real environment, to which a bucket as the CDK makes it by default is added. */
class NagPacksTest {

    private static final String ENVIRONMENT = "local";

    private static List<Finding> findings;
    private static List<Accepted> entries;

    @BeforeAll
    static void check() {
        Path folder = Scratch.folder("nag");
        var app = Platform.app(folder);
        Platform.add(app, EnvironmentFile.of(ENVIRONMENT).load());
        new Bucket((Stack) app.getNode().findChild("highlands-local-base"), "Seeded");
        NagPacks.add(app);
        app.synth();
        findings = NagPacks.read(folder, ENVIRONMENT, ENVIRONMENT);
        entries = AcceptedFindings.read(Path.of("compliance/accepted.yaml"), Policy.labels()).entries();
    }

    @Test
    void seededBucketIsFoundByBothPacksAndNothingElseIsNew() {
        assertThat(unlisted(entries)).isNotEmpty().allMatch(line -> line.contains("stack base, resource Seeded:"))
                .anyMatch(line -> line.startsWith("AwsSolutions-S1:"))
                .anyMatch(line -> line.startsWith("NIST.800.53.R5-S3BucketSSLRequestsOnly:"));
    }

    @Test
    void findingWhoseEntryIsTakenAwayFails() {
        List<Accepted> fewer = entries.stream().filter(entry -> !"AwsSolutions-EC23".equals(entry.rule())).toList();

        assertThat(unlisted(fewer)).anyMatch(line -> line.startsWith(
                "AwsSolutions-EC23: environment local, stack base, resource LoadBalancerSecurityGroup:"));
    }

    @Test
    void entryThatNoFindingMatchesFails() {
        List<Accepted> more = new ArrayList<>(entries);
        more.add(new Accepted("accepted.yaml:999", "AwsSolutions-EC23", "base", "Gone", "*", List.of(), "was there"));

        assertThat(new AcceptedFindings(more).faults(findings, false))
                .anyMatch(line -> line.startsWith("accepted.yaml:999: found no finding of AwsSolutions-EC23"));
    }

    @Test
    void findingsThatDifferInDetailAreToldApart() {
        assertThat(findings).filteredOn(finding -> "AwsSolutions-IAM5".equals(finding.rule()))
                .extracting(Finding::detail).contains("Resource::*").allMatch(detail -> detail.contains("::"));
    }

    private static List<String> unlisted(List<Accepted> list) {
        return new AcceptedFindings(list).faults(findings, false).stream()
                .filter(line -> line.contains(": environment ")).toList();
    }
}
