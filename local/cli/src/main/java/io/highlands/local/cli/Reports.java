// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.highlands.local.checkout.TracingSwitch;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.control.message.TracingStatus;
import io.highlands.local.cost.Bill;
import io.highlands.local.cost.PriceList;
import io.highlands.local.fault.FaultKind;
import io.highlands.local.verify.Report;

/** What commands print with {@code --json} beside the records of the control interface. */
final class Reports {

    private Reports() {
    }

    /**
     * {@code fault list --json}.
     *
     * @param faults what can be injected
     * @param injected what is injected now; absent where nothing is running
     */
    record Faults(List<Kind> faults, Optional<List<InjectedFault>> injected) {

        static Faults of(Optional<List<InjectedFault>> injected) {
            return new Faults(Arrays.stream(FaultKind.values())
                    .map(kind -> new Kind(kind.usage(), kind.effect(), kind.fis())).toList(), injected);
        }
    }

    /**
     * A fault that can be injected.
     *
     * @param usage the words of {@code fault inject}
     * @param effect what happens
     * @param fis the action of AWS FIS, or that there is none
     */
    record Kind(String usage, String effect, String fis) {}

    /**
     * An entry of {@code tracing status --json}.
     *
     * @param environment its name
     * @param enabled whether its file switches tracing on
     * @param backend where traces are kept, with {@code (default)} where the file says nothing
     * @param agent the Java agent, in the same manner
     * @param sampleRate the share of traces that are kept, in the same manner
     * @param running the counts of the running platform, where that is this environment
     */
    record Tracing(String environment, boolean enabled, String backend, String agent, String sampleRate,
            Optional<TracingStatus> running) {

        static Tracing of(String environment, TracingSwitch tracing, Optional<TracingStatus> running) {
            return new Tracing(environment, tracing.enabled(), tracing.backendText(), tracing.agentText(),
                    tracing.rateText(), running);
        }
    }

    /**
     * {@code cost --json}.
     *
     * @param environment its name
     * @param region the Region of the prices
     * @param asOf the month of the prices
     * @param lines what is counted
     * @param dollars what all lines come to, in dollars a month
     */
    record Cost(String environment, String region, String asOf, List<CostLine> lines, double dollars) {

        static Cost of(String environment, Bill bill, PriceList prices) {
            return new Cost(environment, prices.region(), prices.asOf(), bill.lines().stream()
                    .map(line -> new CostLine(line.what(), line.count(), line.price(), line.dollars())).toList(),
                    bill.dollars());
        }
    }

    /**
     * A line of a bill.
     *
     * @param what what is paid for
     * @param count how many
     * @param price of one in a month, in dollars
     * @param dollars what it comes to, in dollars a month
     */
    record CostLine(String what, double count, double price, double dollars) {}

    /**
     * {@code verify --json}.
     *
     * @param environment its name
     * @param endpoint where CloudWatch's API is, or {@code AWS}
     * @param minutes up to now, in which series should have data
     * @param report what was found
     */
    record Verified(String environment, String endpoint, int minutes, Report report) {}
}
