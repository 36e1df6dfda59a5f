// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks of the quotas that a first deployment meets: Fargate's vCPU (6 in a new account) and Elastic IP addresses (5).
 * Codes: Service Quotas, "AWS Fargate" L-3032A538 and "Amazon EC2" L-0263D0A3.
 */
final class QuotaChecks {

    private static final int UNITS_PER_VCPU = 1024;

    private final Aws aws;
    private final Assembly assembly;
    private final Instant now;

    QuotaChecks(Aws aws, Assembly assembly, Instant now) {
        this.aws = aws;
        this.assembly = assembly;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    List<Aws.Check> checks() {
        return List.of(
                Aws.guarded("quota of Fargate vCPU",
                        "allow servicequotas:GetServiceQuota, cloudwatch:GetMetricStatistics, ecs:DescribeServices",
                        this::processors),
                Aws.guarded("quota of Elastic IP addresses",
                        "allow servicequotas:GetServiceQuota and ec2:DescribeAddresses", this::addresses));
    }

    private CheckResult processors() {
        List<ServiceImage> services = ServiceImage.of(assembly);
        double need = services.stream().mapToDouble(each -> (double) each.cpu() / UNITS_PER_VCPU * each.tasks()).sum();
        double others = Math.max(0, usedProcessors() - own(services));
        return verdict("quota of Fargate vCPU", "fargate", "L-3032A538", need, others);
    }

    private double usedProcessors() {
        return aws.read("cloudwatch", "get-metric-statistics", "--namespace", "AWS/Usage", "--metric-name",
                "ResourceCount", "--dimensions", "Name=Type,Value=Resource", "Name=Resource,Value=vCPU",
                "Name=Service,Value=Fargate", "Name=Class,Value=Standard/OnDemand", "--start-time",
                now.minus(Duration.ofMinutes(30)).toString(), "--end-time", now.toString(), "--period", "1800",
                "--statistics", "Maximum").path("Datapoints").valueStream()
                .mapToDouble(point -> point.path("Maximum").asDouble(0)).max().orElse(0);
    }

    /** vCPU of this environment's tasks that run already. */
    private double own(List<ServiceImage> services) {
        if (services.isEmpty()) {
            return 0;
        }
        String[] parameters = Stream.concat(Stream.of("--cluster", services.getFirst().cluster(), "--services"),
                services.stream().map(ServiceImage::service)).toArray(String[]::new);
        JsonNode running = aws.find("ecs", "describe-services", parameters)
                .map(found -> found.path("services")).orElseGet(() -> JsonMapper.shared()
                        .createArrayNode());
        return running.valueStream().mapToDouble(found -> services.stream()
                .filter(each -> each.service().equals(found.path("serviceName").asString()))
                .mapToDouble(each -> (double) each.cpu() / UNITS_PER_VCPU * found.path("runningCount").asInt(0))
                .sum()).sum();
    }

    private CheckResult addresses() {
        long need = assembly.resources("AWS::EC2::EIP").count();
        List<JsonNode> there = aws.read("ec2", "describe-addresses").path("Addresses").valueStream().toList();
        long others = there.stream().filter(address -> address.path("Tags").valueStream()
                .noneMatch(tag -> tag.path("Key").asString().equals("highlands:environment")
                        && tag.path("Value").asString().equals(assembly.environment())))
                .count();
        return verdict("quota of Elastic IP addresses", "ec2", "L-0263D0A3", need, others);
    }

    private CheckResult verdict(String what, String service, String code, double need, double others) {
        double quota = aws.find("service-quotas", "get-service-quota", "--service-code", service, "--quota-code", code)
                .orElseGet(() -> aws.read("service-quotas", "get-aws-default-service-quota", "--service-code", service,
                        "--quota-code", code))
                .path("Quota").path("Value").asDouble(0);
        String found = number(quota) + " allowed, " + number(others) + " used by others, " + number(need) + " needed";
        return others + need <= quota
                ? CheckResult.ok(what, found)
                : CheckResult.failed(what, found,
                        "run: aws service-quotas request-service-quota-increase"
                                + assembly.region().map(name -> " --region " + name).orElse("") + " --service-code "
                                + service + " --quota-code " + code + " --desired-value "
                                + number(Math.ceil(others + need)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
