// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run is asked to be.
 *
 * @param environment the environment's name
 * @param assembly the folder of its synthesized stacks
 * @param images the folder that holds {@code service-x/target/image}
 * @param localValues the file of local SSM parameters and secrets; it need not exist
 * @param scale desired counts that replace the templates', by service
 * @param timeScale how many times faster than in AWS metrics are published and alarm periods pass; 1 is real time
 * @param loadBalancerPort the load balancer's port on 127.0.0.1
 */
public record RunOptions(String environment, Path assembly, Path images, Path localValues, Map<String, Integer> scale,
        int timeScale, int loadBalancerPort) {

    /** The laptop's load balancer port. */
    public static final int DEFAULT_LOAD_BALANCER_PORT = 8080;

    /** Six: AWS's one-minute metrics come every 10 s. */
    public static final int DEFAULT_TIME_SCALE = 6;
}
