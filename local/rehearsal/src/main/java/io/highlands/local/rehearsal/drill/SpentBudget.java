// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a drill cost the users, by the metrics that the alarms of availability and latency look at.
 *
 * @param requests requests of users while the faults worked
 * @param failed those that the load balancer or a target responded to with a 5xx status
 * @param slow those that were slower than the latency alarm's limit; absent without such an alarm
 * @param allowedShare the share that may fail, such as 0.001; absent where no alarm states one
 */
public record SpentBudget(long requests, long failed, Optional<Long> slow, Optional<Double> allowedShare) {

    /** {@return the failures in relation to those that the objective allows in that many requests; absent without one} */
    public Optional<Double> timesAllowed() {
        return allowedShare.filter(share -> share > 0 && requests > 0).map(share -> failed / (requests * share));
    }

    /** {@return one sentence} */
    String words() {
        return "%d of %d requests failed%s%s.".formatted(failed, requests,
                slow.map(count -> ", " + count + " were slow").orElse(""),
                timesAllowed().map(times -> ": %.0f times what the objective (%s %%) allows in so many requests"
                        .formatted(times, percent(allowedShare.orElseThrow()))).orElse(""));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(100).subtract(BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(100))).stripTrailingZeros().toPlainString();
    }
}
