// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.aws.model.ServiceModel;
import io.highlands.local.aws.model.ServiceModels;

/**
 * Which protocol a request speaks, and what it calls: by the path of RPC v2, by {@code x-amz-target}, or by the form's
 * {@code Action}.
 *
 * @param protocol how to read and answer it
 * @param call what it calls
 */
public record Route(Protocol protocol, Call call) {

    /** The end of a path of RPC v2; what precedes it may be as long as a request's head. */
    private static final Pattern RPC_PATH = Pattern.compile("/service/([^/]+)/operation/([^/]+)\\z");

    /**
     * Finds the route of a request.
     *
     * @param models the services that are known
     * @param request the request
     * @return its route; the service or the operation of its call may be unknown
     * @throws AwsError when it is a form that cannot be read
     */
    public static Route of(ServiceModels models, WireRequest request) {
        Matcher rpc = RPC_PATH.matcher(request.path());
        if (rpc.find()) {
            return new Route(TokenProtocol.RPC_V2_CBOR,
                    Call.of(models.targeted(rpc.group(1)), rpc.group(2), request.id()));
        }
        String target = request.header("X-Amz-Target");
        if (!target.isEmpty()) {
            int dot = target.lastIndexOf('.');
            return new Route(json(request), Call.of(models.targeted(target.substring(0, Math.max(dot, 0))),
                    target.substring(dot + 1), request.id()));
        }
        return query(models, request);
    }

    /**
     * The answer to a request whose route cannot be found, in the protocol that it seems to speak.
     *
     * @param request the request
     * @param error why
     * @return the answer
     */
    public static Answer refusal(WireRequest request, AwsError error) {
        Protocol protocol = request.path().contains("/operation/")
                ? TokenProtocol.RPC_V2_CBOR
                : request.header("X-Amz-Target").isEmpty()
                        ? new QueryProtocol(FormNode.parse(new byte[0]))
                        : json(request);
        return protocol.error(Call.of(Optional.empty(), "", request.id()), error);
    }

    private static Route query(ServiceModels models, WireRequest request) {
        FormNode form = FormNode.parse(request.body());
        Optional<ServiceModel> service = request.signedService().flatMap(models::signedFor)
                .or(() -> models.versioned(form.text("Version")));
        return new Route(new QueryProtocol(form), Call.of(service, form.text("Action"), request.id()));
    }

    private static Protocol json(WireRequest request) {
        return request.contentType().equals("application/x-amz-json-1.0")
                ? TokenProtocol.JSON_1_0
                : TokenProtocol.JSON_1_1;
    }
}
