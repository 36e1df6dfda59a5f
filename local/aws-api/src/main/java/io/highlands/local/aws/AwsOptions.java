// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

/**
 * Where AWS's APIs are served, and as whom they speak.
 *
 * @param port on 127.0.0.1; 4566 by default, 0 for any that is free
 * @param region the Region in ARNs; us-east-1 by default
 * @param refusals what some callers are not authorized to do; nothing by default
 */
public record AwsOptions(int port, String region, Refusals refusals) {

    /** The port that the platform's parts and its runbooks name. */
    public static final int PORT = 4566;

    /**
     * The default Region on a port.
     *
     * @param port on 127.0.0.1
     * @return the options
     */
    public static AwsOptions on(int port) {
        return new AwsOptions(port, "us-east-1", new Refusals());
    }

    /**
     * The same in another Region.
     *
     * @param name such as {@code eu-west-1}
     * @return the options
     */
    public AwsOptions in(String name) {
        return new AwsOptions(port, name, refusals);
    }

    /**
     * The same with callers that are not authorized to do everything.
     *
     * @param some what they may not do
     * @return the options
     */
    public AwsOptions refusing(Refusals some) {
        return new AwsOptions(port, region, some);
    }
}
