// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.control.ControlException;
import io.highlands.local.template.cloudformation.DeclaredResource;

/**
 * A resource that something on this machine has which speaks as AWS does, such as an emulator. Nothing is started: a URL
 * names the address and the resource.
 *
 * @param end end of the variable that has the URL
 * @param what the resource in a word
 * @param form what the URL has to be: address, and name of the resource
 * @param example such a URL, up to the name
 * @param endpoint the variable by which SDKs find the service of AWS
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific endpoints</a>
 */
record AwsStandIn(String end, String what, Pattern form, String example, String endpoint) implements StandIn {

    static final AwsStandIn QUEUE = new AwsStandIn("_QUEUE_URL", "queue",
            Pattern.compile("(https?://[^\\s/]+)/(?:\\S+/)?([^\\s/]+)"), "http://127.0.0.1:9324/000000000000/",
            "AWS_ENDPOINT_URL_SQS");
    /** DynamoDB Developer Guide, "Naming rules": 3 to 255 letters, digits, underscores, hyphens and dots. */
    static final AwsStandIn TABLE = new AwsStandIn("_TABLE_URL", "table",
            Pattern.compile("(https?://[^\\s/]+)/([a-zA-Z0-9_.-]{3,255})"), "http://127.0.0.1:8000/",
            "AWS_ENDPOINT_URL_DYNAMODB");
    /** S3 User Guide, "General purpose bucket naming rules": 3 to 63 lower-case letters, digits, hyphens and dots. */
    static final AwsStandIn BUCKET = new AwsStandIn("_BUCKET_URL", "bucket",
            Pattern.compile("(https?://[^\\s/]+)/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])"), "http://127.0.0.1:9090/",
            "AWS_ENDPOINT_URL_S3");

    /** User and password before a host; so it is shown, as the line may be in a log. */
    private static final Pattern PASSWORD = Pattern.compile("//[^/\\s]*@");

    @Override
    public Map<String, String> given(DeclaredResource resource, String text) {
        Matcher matcher = form.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ControlException(resource.line("%s: found %s; allowed: the URL of a %s, such as %s%s"
                    .formatted(variable(resource), PASSWORD.matcher(text).replaceAll("//...@"), what, example,
                            resource.name())));
        }
        return Map.of("url", text.strip(), "name", matcher.group(2));
    }

    @Override
    public void check(DeclaredResource resource, Map<String, String> variables) {
        throw new ControlException(resource.line("found no variable %1$s; allowed: %1$s=URL of a %2$s, as nothing here "
                .formatted(variable(resource), what) + "stands for one"));
    }

    @Override
    public Map<String, Map<String, String>> make(List<DeclaredResource> resources, Map<String, String> variables) {
        return Map.of();
    }

    @Override
    public Map<String, String> endpoints(String text) {
        return Map.of(endpoint, form.matcher(text.strip()).replaceFirst("$1"));
    }
}
