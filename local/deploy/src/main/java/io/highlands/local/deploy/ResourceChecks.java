// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Checks of what the stacks take from outside: secrets, certificate, private CA, topics, Transaction Search, types of other
 * publishers.
 */
final class ResourceChecks {

    private static final Pattern SECRET = Pattern.compile(":secret:([\\w/+=.@-]+)");
    private static final Pattern RESOLVED = Pattern
            .compile("\\{\\{resolve:secretsmanager:(?:[^{}]*:secret:)?([\\w/+=.@-]+)");
    private static final Pattern TOPIC = Pattern.compile("arn:aws[\\w-]*:sns:[^$\"]+");
    private static final Set<String> SECRET_MEMBERS = Set.of("ValueFrom", "SecretARN");
    /** The variable by which the ADOT Collector is configured: a task that has it sends its spans to X-Ray. */
    private static final String COLLECTOR_CONFIG = "AOT_CONFIG_CONTENT";
    private static final String SEARCH = "Transaction Search";

    private final Aws aws;
    private final Assembly assembly;

    ResourceChecks(Aws aws, Assembly assembly) {
        this.aws = aws;
        this.assembly = assembly;
    }

    /** {@return a check of each thing that the templates name and do not make} */
    List<Aws.Check> checks() {
        List<Aws.Check> checks = new ArrayList<>();
        secrets().forEach(name -> checks.add(Aws.guarded("secret " + name, "allow secretsmanager:DescribeSecret",
                () -> secret(name))));
        values("CertificateArn").forEach(arn -> checks.add(Aws.guarded("certificate " + arn,
                "allow acm:DescribeCertificate", () -> certificate(arn))));
        values("AwsPcaAuthorityArn").forEach(arn -> checks.add(Aws.guarded("private CA " + arn,
                "allow acm-pca:DescribeCertificateAuthority and acm-pca:ListTags", () -> authority(arn))));
        topics().forEach(arn -> checks.add(Aws.guarded("topic " + arn, "allow sns:GetTopicAttributes",
                () -> topic(arn))));
        if (sendsSpansToXray()) {
            checks.add(Aws.guarded(SEARCH, "allow xray:GetTraceSegmentDestination, with an AWS CLI of 2025 or later",
                    this::transactionSearch));
        }
        types().forEach(type -> checks.add(Aws.guarded("type " + type, "allow cloudformation:DescribeType",
                () -> type(type))));
        return checks;
    }

    private CheckResult secret(String name) {
        return aws.find("secretsmanager", "describe-secret", "--secret-id", name)
                .filter(found -> !found.has("DeletedDate")).isPresent()
                        ? CheckResult.ok("secret " + name, "there")
                        : CheckResult.failed("secret " + name, "not there, and tracing or Datadog is on",
                                "run: aws secretsmanager create-secret" + inRegion() + " --name " + name
                                        + " --secret-string file://datadog-api-key.txt");
    }

    private CheckResult certificate(String arn) {
        String status = aws.find("acm", "describe-certificate", "--certificate-arn", arn)
                .map(found -> found.path("Certificate").path("Status").asString()).orElse("not there");
        return status.equals("ISSUED")
                ? CheckResult.ok("certificate " + arn, status)
                : CheckResult.failed("certificate " + arn, status,
                        "request it in ACM and add the CNAME record that validates it; allowed is ISSUED");
    }

    private CheckResult authority(String arn) {
        String what = "private CA " + arn;
        Optional<String> status = aws.find("acm-pca", "describe-certificate-authority", "--certificate-authority-arn",
                arn).map(found -> found.path("CertificateAuthority").path("Status").asString());
        if (!status.equals(Optional.of("ACTIVE"))) {
            return CheckResult.failed(what, status.orElse("not there"),
                    "create it in AWS Private CA and install its certificate; allowed is ACTIVE");
        }
        boolean isTagged = aws.read("acm-pca", "list-tags", "--certificate-authority-arn", arn).path("Tags")
                .valueStream().anyMatch(tag -> tag.path("Key").asString().equals("AmazonECSManaged")
                        && tag.path("Value").asString().equals("true"));
        return isTagged
                ? CheckResult.ok(what, "ACTIVE")
                : CheckResult.failed(what, "has no tag AmazonECSManaged=true, so that ECS may not use it",
                        "run: aws acm-pca tag-certificate-authority --certificate-authority-arn " + arn
                                + " --tags Key=AmazonECSManaged,Value=true");
    }

    private CheckResult topic(String arn) {
        Optional<JsonNode> attributes = aws.find("sns", "get-topic-attributes", "--topic-arn", arn)
                .map(found -> found.path("Attributes"));
        if (attributes.isEmpty()) {
            return CheckResult.failed("topic " + arn, "not there",
                    "run: aws sns create-topic" + inRegion() + " --name " + arn.substring(arn.lastIndexOf(':') + 1));
        }
        String confirmed = attributes.get().path("SubscriptionsConfirmed").asString("0");
        return CheckResult.ok("topic " + arn, confirmed.equals("0")
                ? "there, but nobody is subscribed"
                : confirmed + " confirmed subscriptions");
    }

    /**
     * X-Ray's OTLP endpoint takes spans only while Transaction Search is on (CloudWatch user guide,
     * "CloudWatch-OTLPEndpoint").
     */
    private CheckResult transactionSearch() {
        JsonNode found = aws.read("xray", "get-trace-segment-destination");
        String state = found.path("Destination").asString("") + ' ' + found.path("Status").asString("");
        return state.equals("CloudWatchLogs ACTIVE")
                ? CheckResult.ok(SEARCH, "on")
                : CheckResult.failed(SEARCH, "the destination of trace segments is " + state.strip(),
                        "turn it on as docs/tracing.md says; allowed is CloudWatchLogs ACTIVE");
    }

    private CheckResult type(String type) {
        return aws.find("cloudformation", "describe-type", "--type", "RESOURCE", "--type-name", type)
                .filter(found -> found.path("IsActivated").asBoolean(true)).isPresent()
                        ? CheckResult.ok("type " + type, "activated")
                        : CheckResult.failed("type " + type, "CloudFormation does not know it in this Region",
                                "activate and configure it: dashboards/datadog/README.md");
    }

    private String inRegion() {
        return assembly.region().map(name -> " --region " + name).orElse("");
    }

    private boolean sendsSpansToXray() {
        Set<String> names = new TreeSet<>();
        visit((member, value) -> {
            if (member.equals("Name") && value.isString()) {
                names.add(value.asString());
            }
        });
        return names.contains(COLLECTOR_CONFIG);
    }

    private Set<String> secrets() {
        Set<String> names = new TreeSet<>();
        visit((member, value) -> {
            String text = TemplateText.of(value);
            Matcher secret = SECRET_MEMBERS.contains(member) ? SECRET.matcher(text) : RESOLVED.matcher(text);
            while (secret.find()) {
                names.add(secret.group(1));
            }
        });
        return names;
    }

    private Set<String> topics() {
        Set<String> arns = new TreeSet<>();
        visit((member, value) -> {
            if (member.endsWith("Actions") && value.isArray()) {
                value.forEach(action -> {
                    String arn = TemplateText.of(action);
                    if (TOPIC.matcher(arn).matches()) {
                        arns.add(arn);
                    }
                });
            }
        });
        return arns;
    }

    private Set<String> values(String name) {
        Set<String> values = new TreeSet<>();
        visit((member, value) -> {
            if (member.equals(name) && value.isString()) {
                values.add(value.asString());
            }
        });
        return values;
    }

    private Set<String> types() {
        Set<String> types = new TreeSet<>();
        assembly.stacks().forEach(stack -> stack.template().path("Resources").forEach(resource -> {
            String type = resource.path("Type").asString();
            if (!type.startsWith("AWS::") && !type.startsWith("Custom::")) {
                types.add(type);
            }
        }));
        return types;
    }

    private void visit(BiConsumer<String, JsonNode> visitor) {
        assembly.stacks().forEach(stack -> TemplateText.visit(stack.template().path("Resources"), visitor));
    }
}
