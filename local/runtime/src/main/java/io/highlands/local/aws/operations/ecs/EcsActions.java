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
     * All of them.
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
        return Map.of("ListClusters", clusters::list,
                "DescribeClusters", clusters::describe,
                "ListServices", services::list,
                "DescribeServices", services::describe,
                "UpdateService", new UpdateService(fleet),
                "ListTasks", tasks::list,
                "DescribeTasks", tasks::describe,
                "StopTask", tasks::stop,
                "ListTaskDefinitions", definitions::list,
                "DescribeTaskDefinition", definitions::describe);
    }
}
