// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.ecs;

import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Infrastructure;

/** The operations of ECS. */
public final class EcsActions {

    private EcsActions() {
    }

    /**
     * ECS's operations that are served.
     *
     * @param infrastructure what they act on
     * @return what is served, by name
     */
    public static Map<String, Action> all(Infrastructure infrastructure) {
        Fleet fleet = new Fleet(infrastructure);
        Clusters clusters = new Clusters(fleet);
        Services services = new Services(fleet);
        Tasks tasks = new Tasks(fleet);
        TaskDefinitions definitions = new TaskDefinitions(fleet);
        return Map.ofEntries(entry("ListClusters", clusters::list),
                entry("DescribeClusters", clusters::describe),
                entry("ListServices", services::list),
                entry("DescribeServices", services::describe),
                entry("UpdateService", new UpdateService(fleet)),
                entry("ListTasks", tasks::list),
                entry("DescribeTasks", tasks::describe),
                entry("StopTask", tasks::stop),
                entry("ListTaskDefinitions", definitions::list),
                entry("DescribeTaskDefinition", definitions::describe),
                entry("DeregisterTaskDefinition", definitions::deregister));
    }

    private static Map.Entry<String, Action> entry(String name, Action action) {
        return Map.entry(name, action);
    }
}
