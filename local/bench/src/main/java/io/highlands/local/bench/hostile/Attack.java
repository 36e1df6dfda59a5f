// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.hostile;

/**
 * A call that is made to take long, or much memory.
 *
 * @param name what it does
 * @param target the value of {@code X-Amz-Target}: service and operation
 * @param body the call as JSON
 * @param mayAnswer whether it is a valid call, which may be answered with 200 within the limit
 */
record Attack(String name, String target, String body, boolean mayAnswer) {

    private static final String LOGS = "Logs_20140328.";

    private static final String MONITORING = "GraniteServiceVersion20100801.";

    static Attack logs(String name, String operation, String body, boolean mayAnswer) {
        return new Attack(name, LOGS + operation, body, mayAnswer);
    }

    static Attack metrics(String name, String body, boolean mayAnswer) {
        return new Attack(name, MONITORING + "GetMetricData", body, mayAnswer);
    }
}
