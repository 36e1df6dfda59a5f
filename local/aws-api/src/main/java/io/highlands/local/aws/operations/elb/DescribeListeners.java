// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.elb;

import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.template.ListenerAction;
import io.highlands.local.template.ListenerSpec;

/** DescribeListeners, with the ports and protocols that the templates declare. */
final class DescribeListeners implements Action {

    private final Balancing balancing;

    DescribeListeners(Balancing balancing) {
        this.balancing = balancing;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        List<String> arns = input.texts("ListenerArns");
        input.optionalText("LoadBalancerArn").ifPresent(balancing::require);
        if (arns.isEmpty() && !input.has("LoadBalancerArn")) {
            throw new AwsError("ValidationError",
                    "You must specify either listener ARNs or a load balancer ARN");
        }
        List<ListenerSpec> listeners = balancing.listeners().stream()
                .filter(listener -> arns.isEmpty() || arns.contains(balancing.arn(listener))).toList();
        if (listeners.size() < arns.size()) {
            throw new AwsError("ListenerNotFound", "One or more listeners not found");
        }
        Page<ListenerSpec> page = Balancing.page(input, listeners);
        return Output.of("Listeners", page.items().stream().map(this::tree).toList())
                .with("NextMarker", page.next()).tree();
    }

    private Map<String, Object> tree(ListenerSpec listener) {
        return Output.of("ListenerArn", balancing.arn(listener))
                .with("LoadBalancerArn", balancing.arn(balancing.balancer().orElseThrow()))
                .with("Port", listener.port()).with("Protocol", listener.protocol())
                .with("DefaultActions", List.of(action(listener.defaultAction()))).tree();
    }

    private static Map<String, Object> action(ListenerAction action) {
        return switch (action) {
            case ListenerAction.Forward(var group) -> Output.of("Type", "forward").with("TargetGroupArn", group).tree();
            case ListenerAction.FixedResponse(var status, var type, var body) -> Output.of("Type", "fixed-response")
                    .with("FixedResponseConfig", Output.of("MessageBody", body)
                            .with("StatusCode", Integer.toString(status)).with("ContentType", type).tree())
                    .tree();
            case ListenerAction.Redirect(var status, var protocol, var host, var port, var path, var query) ->
                Output.of("Type", "redirect").with("RedirectConfig", Output.of("Protocol", protocol).with("Port", port)
                        .with("Host", host).with("Path", path).with("Query", query)
                        .with("StatusCode", "HTTP_" + status).tree()).tree();
        };
    }
}
