// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.local.runbook.FrontMatter;
import io.highlands.local.runbook.Runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplacedServicesTest {

    private static final List<String> KINDS = List.of("no-healthy-host", "availability-burn-fast", "edge-errors",
            "latency-slo",
            "edge-errors-rate");
    private static final List<String> DEPLOYED = List.of("no-healthy-host-orders", "no-healthy-host-service-b2",
            "availability-burn-fast", "edge-errors-web-orders", "edge-errors-rate-orders", "latency-slo",
            "saturation-orders");

    @Test
    void theFaultTheVariablesAndThePagesOwnAlarmAreThoseOfTheOtherService() {
        FrontMatter front = replaced(Map.of("service-b", "orders")).front();

        assertThat(front.rehearsal().orElseThrow().fault()).isEqualTo("zero-tasks orders");
        assertThat(front.rehearsal().orElseThrow().with()).containsEntry("SERVICE", "orders");
        assertThat(front.expects()).containsExactly("no-healthy-host-orders");
    }

    @Test
    void whatElseFailsWithTheOtherServiceMayBeAnyAlarmOfTheKindsThatThePageNames() {
        Runbook page = Runbook.parse("no-healthy-host", Pages.PAGE.replace("availability-burn-fast]",
                "availability-burn-fast, edge-errors-service-a-service-b]"));

        assertThat(of(Map.of("service-b", "orders"), DEPLOYED).in(List.of(page)).getFirst().front().mayAlsoFire())
                .containsExactlyInAnyOrder(
                        "availability-burn-fast", "edge-errors-web-orders", "latency-slo",
                        "no-healthy-host-service-b2");
    }

    @Test
    void aPageWhoseServicesAreDeployedIsRehearsedAsItIs() {
        Runbook page = Pages.page();

        assertThat(of(Map.of(), List.of("no-healthy-host-service-b")).in(List.of(page))).containsExactly(page);
    }

    @Test
    void aNameIsReplacedWholeAndNotWhereItBeginsAnother() {
        Runbook page = Runbook.parse("no-healthy-host",
                Pages.PAGE.replace("with: {SERVICE: service-b}",
                        "with: {SERVICE: service-b, OTHER: service-b2, GOOD: \"x-service-b:1\"}"));

        assertThat(of(Map.of("service-b", "orders"), DEPLOYED).in(List.of(page)).getFirst().front().rehearsal()
                .orElseThrow()
                .with()).containsEntry("OTHER", "service-b2").containsEntry("GOOD", "x-orders:1");
    }

    @Test
    void aServiceThatNoPageNamesIsRefusedWithThoseThatAreNamed() {
        assertThatThrownBy(() -> replaced(Map.of("service-x", "orders")))
                .isInstanceOf(RehearsalException.class)
                .hasMessage("--service: found 'service-x'; allowed: service-b");
    }

    @Test
    void aPageWhoseOwnAlarmNothingDeploysIsRefusedWithTheOptionThatNamesServices() {
        assertThatThrownBy(() -> replaced(Map.of("service-b", "order")))
                .isInstanceOf(RehearsalException.class)
                .hasMessage("no-healthy-host.md: nothing deploys the alarm no-healthy-host-order; allowed:"
                        + " no-healthy-host-orders, no-healthy-host-service-b2; name services by --service service-b=NAME");
        assertThatThrownBy(() -> replaced(Map.of())).isInstanceOf(RehearsalException.class)
                .hasMessageEndingWith("name services by --service service-b=NAME");
    }

    @Test
    void ofAllPagesThoseWhoseOwnAlarmNothingDeploysAreLeftOutWithALine() {
        List<String> lines = new ArrayList<>();

        assertThat(of(Map.of(), DEPLOYED).deployed(List.of(Pages.page()), lines::add)).isEmpty();
        assertThat(lines).singleElement().asString()
                .startsWith("no-healthy-host.md: nothing deploys the alarm no-healthy-host-service-b;");
    }

    @Test
    void aServiceWhoseNameBeginsAnotherOfThePageLeavesThatAsItIs() {
        Runbook page = Runbook.parse("edge-errors", Pages.PAGE.replace("alarm: no-healthy-host", "alarm: edge-errors")
                .replace("fault: zero-tasks service-b", "fault: abort pay:pay-api status=500")
                .replace("expects: [no-healthy-host-service-b", "expects: [edge-errors-pay-pay-api"));
        FrontMatter front = of(Map.of("pay", "orders"), List.of("edge-errors-orders-pay-api")).in(List.of(page))
                .getFirst()
                .front();

        assertThat(front.expects()).containsExactly("edge-errors-orders-pay-api");
        assertThat(front.rehearsal().orElseThrow().fault()).isEqualTo("abort orders:pay-api status=500");
    }

    private static Runbook replaced(Map<String, String> services) {
        return of(services, DEPLOYED).in(List.of(Pages.page())).getFirst();
    }

    private static ReplacedServices of(Map<String, String> services, List<String> deployed) {
        return new ReplacedServices(services, KINDS, deployed);
    }
}
