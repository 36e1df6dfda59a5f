// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.util.Map;

import io.highlands.local.aws.model.Operation;
import io.highlands.local.aws.model.ServiceModels;
import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Actions;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.validation.Validation;
import io.highlands.local.aws.wire.Answer;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.aws.wire.Call;
import io.highlands.local.aws.wire.Route;
import io.highlands.local.aws.wire.WireRequest;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.error.UserError;
import io.highlands.local.logs.LogsException;

/** One request from its bytes to its answer: route, read, check, act, write. */
final class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final ServiceModels models = new ServiceModels();
    private final Actions actions;
    private final Refusals refusals;

    Dispatcher(Actions actions, Refusals refusals) {
        this.actions = actions;
        this.refusals = refusals;
    }

    /**
     * Answers a request.
     *
     * @param request the request, inflated
     * @return the answer, errors among them
     * @throws AwsError when it cannot be told what the request calls
     */
    Answer dispatch(WireRequest request) {
        Route route = Route.of(models, request);
        try {
            return answer(route, request);
        } catch (AwsError error) {
            return route.protocol().error(route.call(), error);
        } catch (CloudWatchException error) {
            return route.protocol().error(route.call(),
                    new AwsError(error.code(), error.status(), error.getMessage(), Map.of()));
        } catch (LogsException error) {
            return route.protocol().error(route.call(),
                    new AwsError(error.code(), error.status(), error.getMessage(), Map.of()));
        } catch (UserError stopping) {
            return route.protocol().error(route.call(),
                    new AwsError("ServiceUnavailable", 503, stopping.getMessage(), Map.of()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            LOG.log(System.Logger.Level.ERROR, route.call().name(), bug);
            return route.protocol().error(route.call(), new AwsError("InternalFailure", 500, ("%s failed because of an "
                    + "internal error; the platform's log says where the stack trace is")
                    .formatted(route.call().name()),
                    Map.of()));
        }
    }

    private Answer answer(Route route, WireRequest request) {
        Call call = route.call();
        Operation operation = call.operation().orElseThrow(() -> unknown(call));
        Action action = actions.find(call.service().orElseThrow().name().signing(), operation.name())
                .orElseThrow(() -> unserved(call));
        refusals.check(request.accessKey(), policyName(call));
        Map<String, Object> input = route.protocol().read(operation, request.body());
        Validation.check(operation, input);
        return route.protocol().answer(call, action.perform(new Input(input)));
    }

    /** Policies name CloudWatch by another word than signatures do. */
    private static String policyName(Call call) {
        String signing = call.service().orElseThrow().name().signing();
        return (signing.equals("monitoring") ? "cloudwatch" : signing) + ":" + call.name();
    }

    private static AwsError unknown(Call call) {
        String name = call.name().length() > 128 ? call.name().substring(0, 128) + "…" : call.name();
        return new AwsError("UnknownOperationException", call.service()
                .map(service -> "Could not find operation %s for version %s".formatted(name, service.name().version()))
                .orElse("Could not find operation %s: no service of this machine is named by path, x-amz-target, "
                        .formatted(name) + "signature or Version"));
    }

    private static AwsError unserved(Call call) {
        return new AwsError("UnknownOperationException", "Operation %s of %s is not served in local mode".formatted(
                call.name(), call.service().orElseThrow().name().signing()));
    }
}
