// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.control.message.MeasuredUsage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a month comes to. */
class BillTest {

    private static final PriceList PRICES = PriceList.bundled();

    @TempDir
    private Path folder;

    @Test
    void everythingIsCountedAtTheListPrice() {
        Bill bill = Bill.of(new MeasuredUsage("Highlands/local", Map.of("service-a", 18, "service-b", 25), 40, 3, 6), 2,
                PRICES);

        assertThat(bill.lines()).extracting(Bill.Line::what).startsWith("custom metrics of service-a",
                "custom metrics of service-b");
        assertThat(bill.dollars()).isCloseTo(43 * 0.30 + 2 * 43.8 * 0.01 + 40 * 0.10 + 3 * 0.50 + 6 * 3.00,
                within(0.001));
    }

    @Test
    void thePricesAreThoseOfTheRegionOfTheEnvironments() throws IOException {
        for (String environment : new String[]{"dev", "staging", "prod"}) {
            assertThat(Files.readString(Path.of("../../platform-infra/environments", environment + ".yaml")))
                    .contains("\nregion: " + PRICES.region());
        }
    }

    @Test
    void eachPriceSaysWhereAndWhenItWasRead() {
        assertThat(PRICES.asOf()).matches("20\\d\\d-\\d\\d");
        assertThat(PRICES.prices().values()).allSatisfy(price -> {
            assertThat(price.usd()).isPositive();
            assertThat(price.published()).matches("20\\d\\d(-\\d\\d){0,2}");
            assertThat(price.source()).isNotBlank();
        });
    }

    /** Prices of Ireland that differ from Northern Virginia's: AWS's price files of 2026-09. */
    @Test
    void logsAndNatCostWhatTheyCostInIreland() {
        assertThat(PRICES.one("logGigabyte")).isEqualTo(0.57);
        assertThat(PRICES.one("natHour")).isEqualTo(0.048);
    }

    @Test
    void aTemplateIsCountedResourceByResource() throws IOException {
        Files.writeString(folder.resolve("a.template.json"),
                """
                        {"Resources": {
                         "Nat": {"Type": "AWS::EC2::NatGateway"},
                         "Ip": {"Type": "AWS::EC2::EIP"},
                         "Lb": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {"Subnets": ["a", "b"]}},
                         "T": {"Type": "AWS::ECS::TaskDefinition", "Properties": {"Cpu": "512", "Memory": "2048",
                           "RuntimePlatform": {"CpuArchitecture": "ARM64"}, "ContainerDefinitions": [{}]}},
                         "S": {"Type": "AWS::ECS::Service", "Properties": {"TaskDefinition": {"Ref": "T"}}},
                         "Scaling": {"Type": "AWS::ApplicationAutoScaling::ScalableTarget",
                           "Properties": {"MinCapacity": 2, "MaxCapacity": 6}},
                         "One": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"MetricName": "m"}},
                         "Math": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Metrics": [
                           {"Id": "a", "MetricStat": {}}, {"Id": "b", "MetricStat": {}}, {"Id": "c", "Expression": "a/b"}]}}}}""");

        Bill bill = TemplateBill.of(folder, PRICES, new Usage(0, 0, 0, 0));

        // The calls of PutMetricData are one a minute of each task.
        assertThat(bill.dollars()).isCloseTo(730 * (0.048 + 3 * 0.005 + 0.0252 + 2 * (0.5 * 0.03238 + 2 * 0.00356))
                + 3 * 0.10 + 2 * 43.8 * 0.01, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everyEnvironmentPaysForWhatItDeclares(String environment) {
        Bill bill = CostPage.bill(environment);

        assertThat(bill.lines()).extracting(Bill.Line::what).contains("NAT gateways", "load balancers",
                "Fargate vCPU, ARM64", "dashboards", "metrics of Container Insights, at least");
    }

    /** {@code -Dupdate.snapshots=true} writes the page anew. */
    @Test
    void theCostPageIsWhatTheTemplatesSay() throws IOException {
        Path page = Path.of("../../docs/cost.md");
        if (Boolean.getBoolean("update.snapshots")) {
            Files.writeString(page, CostPage.text());
        }

        assertThat(Files.readString(page)).as("docs/cost.md; -Dupdate.snapshots=true writes it anew")
                .isEqualTo(CostPage.text());
    }
}
