// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

import io.highlands.local.mesh.Loopback;

/**
 * How a platform is run on this machine.
 *
 * @param stateDir where tasks, their logs and what must survive a restart are kept, {@code .highlands} in the checkout
 * @param imagesRoot the folder that holds {@code REPOSITORY/target/image} for each ECR repository
 * @param scale desired counts that replace the templates', by service name; empty by default
 * @param javaHome the JDK 25 that tasks run on
 * @param loadBalancerHost the address that the load balancer binds, 127.0.0.1 by default
 * @param loadBalancerPort the port of the load balancer's first listener, 8080 by default; 0 takes a free one. Further
 * listeners take the ports that follow
 * @param firstSlot the first of the slots that tasks get, 1 by default: task n is named by 127.77.n.1 and 127.77.n.2
 * @param logs is handed each line that a container or a proxy writes; none by default
 * @param events is told what ECS tells EventBridge; none by default
 * @param aws AWS as containers find it; none by default
 * @param traced variables of the containers beside a tracing sidecar, unless template or image sets them; asked for when a
 * container starts; none by default
 * @param loopback what tells the tasks apart on this machine: by default addresses, or ports where it has 127.0.0.1 alone
 */
public record EcsOptions(Path stateDir, Path imagesRoot, Map<String, Integer> scale, Path javaHome,
        String loadBalancerHost, int loadBalancerPort, int firstSlot, LogSink logs, EcsListener events,
        AwsEnvironment aws, Supplier<Map<String, String>> traced, Loopback loopback) {

    /** Folder in the state folder with the images that were made of jars, {@code REPOSITORY/target/image} as in the other. */
    public static final String JAR_IMAGES = "images";

    /** Copies the scale. */
    public EcsOptions {
        scale = Map.copyOf(scale);
    }

    /**
     * The defaults of all that has one.
     *
     * @param stateDir where tasks and their logs are kept
     * @param imagesRoot the folder of the images
     * @param javaHome the JDK 25 that tasks run on
     */
    public EcsOptions(Path stateDir, Path imagesRoot, Path javaHome) {
        this(stateDir, imagesRoot, Map.of(), javaHome, "127.0.0.1", 8080, 1, LogSink.NONE, EcsListener.NONE,
                AwsEnvironment.NONE, Map::of, Loopback.ofThisMachine());
    }

    /**
     * {@return whether this machine has loopback addresses for tasks; where it has 127.0.0.1 alone, they have ports of it}
     *
     * @throws io.highlands.local.forward.ForwardException in one line when the system property that chooses has another value
     */
    public static boolean tasksHaveAddresses() {
        return Loopback.ofThisMachine() == Loopback.ADDRESSES;
    }

    /**
     * {@return the same options with other desired counts}
     *
     * @param counts desired counts by service name
     */
    public EcsOptions withScale(Map<String, Integer> counts) {
        return new EcsOptions(stateDir, imagesRoot, counts, javaHome, loadBalancerHost, loadBalancerPort, firstSlot,
                logs, events, aws, traced, loopback);
    }

    /**
     * {@return the same options with the load balancer elsewhere}
     *
     * @param port the port of its first listener
     */
    public EcsOptions withLoadBalancerPort(int port) {
        return new EcsOptions(stateDir, imagesRoot, scale, javaHome, loadBalancerHost, port, firstSlot, logs, events,
                aws, traced, loopback);
    }

    /**
     * {@return the same options with other addresses for tasks}
     *
     * @param slot the first slot
     */
    public EcsOptions withFirstSlot(int slot) {
        return new EcsOptions(stateDir, imagesRoot, scale, javaHome, loadBalancerHost, loadBalancerPort, slot, logs,
                events, aws, traced, loopback);
    }

    /**
     * {@return the same options with another way to tell tasks apart}
     *
     * @param way by addresses or by ports
     */
    public EcsOptions withLoopback(Loopback way) {
        return new EcsOptions(stateDir, imagesRoot, scale, javaHome, loadBalancerHost, loadBalancerPort, firstSlot,
                logs, events, aws, traced, way);
    }

    /**
     * {@return the same options with somebody who wants the containers' and proxies' lines}
     *
     * @param sink is handed each line
     */
    public EcsOptions withLogs(LogSink sink) {
        return new EcsOptions(stateDir, imagesRoot, scale, javaHome, loadBalancerHost, loadBalancerPort, firstSlot,
                sink, events, aws, traced, loopback);
    }

    /**
     * {@return the same options with somebody who wants to know what happens}
     *
     * @param listener is told
     */
    public EcsOptions withEvents(EcsListener listener) {
        return new EcsOptions(stateDir, imagesRoot, scale, javaHome, loadBalancerHost, loadBalancerPort, firstSlot,
                logs, listener, aws, traced, loopback);
    }

    /**
     * {@return the same options with AWS's APIs}
     *
     * @param environment AWS as containers find it
     */
    public EcsOptions withAws(AwsEnvironment environment) {
        return new EcsOptions(stateDir, imagesRoot, scale, javaHome, loadBalancerHost, loadBalancerPort, firstSlot,
                logs, events, environment, traced, loopback);
    }

    /**
     * {@return the same options with more variables for the containers beside a tracing sidecar}
     *
     * @param variables asked for when a container starts
     */
    public EcsOptions withTraced(Supplier<Map<String, String>> variables) {
        return new EcsOptions(stateDir, imagesRoot, scale, javaHome, loadBalancerHost, loadBalancerPort, firstSlot,
                logs, events, aws, variables, loopback);
    }
}
