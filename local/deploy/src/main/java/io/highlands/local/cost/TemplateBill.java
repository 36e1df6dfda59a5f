// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.cloudwatch.metrics.AwsMetric;
import io.highlands.local.cloudwatch.metrics.AwsMetrics;
import io.highlands.local.cost.Bill.Line;
import io.highlands.local.error.ParserMessage;

/** An environment's monthly bill, counted from its synthesized templates. */
public final class TemplateBill {

    private static final double UNITS = 1024;

    private final PriceList prices;
    private final Usage usage;
    private final List<JsonNode> resources;
    private final List<Task> tasks;

    private TemplateBill(List<JsonNode> resources, PriceList prices, Usage usage) {
        this.resources = resources;
        this.prices = prices;
        this.usage = usage;
        this.tasks = resources.stream().filter(each -> isType(each, "AWS::ECS::Service")).map(this::task).toList();
    }

    /** The tasks of a service. */
    private record Task(double count, double processors, double gigabytes, boolean isArm, int containers,
            boolean isDatadog) {}

    /**
     * Counts it.
     *
     * @param assembly folder of the environment's synthesized templates
     * @param prices of one of each
     * @param usage what no template says
     * @return the bill
     */
    public static Bill of(Path assembly, PriceList prices, Usage usage) {
        try (Stream<Path> files = Files.list(assembly)) {
            // The repositories' stack is shared by all environments and costs by the GB that is kept.
            List<JsonNode> resources = files.filter(file -> file.toString().endsWith(".template.json")).sorted()
                    .flatMap(file -> resources(file).stream()).toList();
            return new TemplateBill(resources, prices, usage).bill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The resources of a template; a service's TaskDefinition is put in place of its reference, and the smallest number of
     * tasks that scaling leaves in place of a DesiredCount that scaling makes superfluous.
     */
    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new CostException(file + " cannot be read as JSON: " + ParserMessage.of(e.getOriginalMessage()), e);
        }
    }

    private static List<JsonNode> resources(Path file) {
        JsonNode all = json(file).path("Resources");
        OptionalInt least = all.valueStream()
                .filter(each -> isType(each, "AWS::ApplicationAutoScaling::ScalableTarget"))
                .mapToInt(each -> each.path("Properties").path("MinCapacity").asInt(1)).min();
        all.forEach(resource -> {
            if (isType(resource, "AWS::ECS::Service") && least.isPresent()) {
                resource.withObjectProperty("Properties").put("DesiredCount", least.getAsInt());
            }
            JsonNode reference = resource.path("Properties").path("TaskDefinition").path("Ref");
            if (isType(resource, "AWS::ECS::Service") && reference.isString()) {
                resource.withObjectProperty("Properties").set("TaskDefinition",
                        all.path(reference.asString()).path("Properties"));
            }
        });
        return all.valueStream().toList();
    }

    private static boolean isType(JsonNode resource, String type) {
        return resource.path("Type").asString().equals(type);
    }

    private Task task(JsonNode service) {
        JsonNode properties = service.path("Properties");
        JsonNode task = properties.path("TaskDefinition");
        JsonNode containers = task.path("ContainerDefinitions");
        return new Task(properties.path("DesiredCount").asDouble(1), task.path("Cpu").asInt(0) / UNITS,
                task.path("Memory").asInt(0) / UNITS,
                task.path("RuntimePlatform").path("CpuArchitecture").asString("").equals("ARM64"), containers.size(),
                containers.valueStream().anyMatch(each -> each.path("Image").asString("").contains("datadog/agent")));
    }

    private Bill bill() {
        List<Line> lines = new ArrayList<>();
        network(lines);
        computing(lines);
        watching(lines);
        lines.add(new Line("KMS keys", count("AWS::KMS::Key"), prices.one("key")));
        lines.add(new Line("private CA, short-lived mode", authorities(), prices.one("privateAuthority")));
        double datadog = tasks.stream().filter(Task::isDatadog).mapToDouble(Task::count).sum();
        lines.add(new Line("secret of the Datadog API key", datadog > 0 ? 1 : 0, prices.one("secret")));
        lines.add(new Line("tasks with Datadog APM", datadog, prices.one("datadogTask")));
        return new Bill(lines.stream().filter(line -> line.count() > 0).toList());
    }

    private void network(List<Line> lines) {
        double balancers = count("AWS::ElasticLoadBalancingV2::LoadBalancer");
        double subnets = resources.stream().filter(each -> isType(each, "AWS::ElasticLoadBalancingV2::LoadBalancer"))
                .mapToInt(each -> each.path("Properties").path("Subnets").size()).sum();
        lines.add(new Line("NAT gateways", count("AWS::EC2::NatGateway"), prices.month("natHour")));
        lines.add(new Line("GB through NAT, assumed", usage.natGigabytes(), prices.one("natGigabyte")));
        lines.add(new Line("public IPv4 addresses, NAT and load balancer", count("AWS::EC2::EIP") + subnets,
                prices.month("addressHour")));
        lines.add(new Line("load balancers", balancers, prices.month("balancerHour")));
        lines.add(new Line("capacity units of the load balancer, assumed", balancers * usage.capacityUnits(),
                prices.month("capacityUnitHour")));
    }

    private void computing(List<Line> lines) {
        for (boolean isArm : List.of(true, false)) {
            String processor = isArm ? "ARM64" : "X86_64";
            List<Task> some = tasks.stream().filter(task -> task.isArm() == isArm).toList();
            lines.add(new Line("Fargate vCPU, " + processor,
                    some.stream().mapToDouble(task -> task.count() * task.processors()).sum(),
                    prices.month(isArm ? "armProcessorHour" : "processorHour")));
            lines.add(new Line("Fargate GB, " + processor,
                    some.stream().mapToDouble(task -> task.count() * task.gigabytes()).sum(),
                    prices.month(isArm ? "armGigabyteHour" : "gigabyteHour")));
        }
    }

    private void watching(List<Line> lines) {
        double running = tasks.stream().mapToDouble(Task::count).sum();
        lines.add(new Line("custom metrics, measured in local mode", tasks.size() * (double) usage.customMetrics(),
                prices.one("customMetric")));
        lines.add(new Line("calls of PutMetricData, in thousands", running * Bill.MINUTES_A_MONTH / 1_000,
                prices.one("thousandRequests")));
        lines.add(new Line("metrics of Container Insights, at least", insights(running),
                prices.one("insightsMetric")));
        lines.add(new Line("metrics in alarms", alarmMetrics(), prices.one("alarmMetric")));
        lines.add(new Line("composite alarms", count("AWS::CloudWatch::CompositeAlarm"),
                prices.one("compositeAlarm")));
        lines.add(new Line("dashboards", count("AWS::CloudWatch::Dashboard"), prices.one("dashboard")));
        lines.add(new Line("GB of logs written, assumed", usage.logGigabytes(), prices.one("logGigabyte")));
        lines.add(new Line("GB of logs kept a month, assumed", usage.logGigabytes(), prices.one("logGigabyteMonth")));
    }

    private double count(String type) {
        return resources.stream().filter(each -> isType(each, type)).count();
    }

    /** Each metric that an alarm reads is paid for; expressions are not. */
    private double alarmMetrics() {
        return resources.stream().filter(each -> isType(each, "AWS::CloudWatch::Alarm"))
                .map(each -> each.path("Properties"))
                .mapToLong(alarm -> alarm.has("MetricName")
                        ? 1
                        : alarm.path("Metrics").valueStream().filter(query -> query.has("MetricStat")).count())
                .sum();
    }

    private double authorities() {
        Set<String> authorities = new TreeSet<>();
        resources.stream().filter(each -> isType(each, "AWS::ECS::Service"))
                .forEach(each -> each.path("Properties").path("ServiceConnectConfiguration").path("Services")
                        .forEach(endpoint -> {
                            JsonNode arn = endpoint.path("Tls").path("IssuerCertificateAuthority")
                                    .path("AwsPcaAuthorityArn");
                            if (!arn.isMissingNode()) {
                                authorities.add(arn.toString());
                            }
                        }));
        return authorities.size();
    }

    /** The series of Container Insights, from the dimensions that AWS's documents list for each metric. */
    private double insights(double running) {
        boolean isOn = resources.stream().filter(each -> isType(each, "AWS::ECS::Cluster"))
                .flatMap(each -> each.path("Properties").path("ClusterSettings").valueStream())
                .anyMatch(setting -> setting.path("Value").asString("").startsWith("en"));
        if (!isOn) {
            return 0;
        }
        double containers = tasks.stream().mapToDouble(task -> task.count() * task.containers()).sum();
        double names = tasks.stream().mapToDouble(Task::containers).sum();
        double series = 0;
        for (AwsMetric metric : AwsMetrics.all()) {
            if (metric.namespace().equals("ECS/ContainerInsights")) {
                for (Set<String> dimensions : metric.dimensions()) {
                    series += combinations(dimensions, running, containers, names);
                }
            }
        }
        return series;
    }

    private double combinations(Set<String> dimensions, double running, double containers, double names) {
        if (dimensions.contains("ContainerName")) {
            return dimensions.contains("TaskId") ? containers : names;
        }
        if (dimensions.contains("TaskId")) {
            return running;
        }
        return dimensions.size() > 1 ? tasks.size() : 1;
    }
}
