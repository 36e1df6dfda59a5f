// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.InstantSource;

/**
 * Where alarms live and how their time passes.
 *
 * @param region AWS Region, for ARNs
 * @param account AWS account, for ARNs
 * @param timeScale how many times faster than in AWS the templates' alarms are evaluated; 1 is real time
 * @param clock what time it is
 */
public record AlarmOptions(String region, String account, int timeScale, InstantSource clock) {

    /**
     * {@return the ARN of an alarm}
     *
     * @param name AlarmName
     */
    public String arn(String name) {
        return "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:" + name;
    }
}
