// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that each service's image is in ECR, and for the processor that its task definition names. */
final class ImageChecks {

    private static final List<String> INDEX_TYPES = List.of("application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");

    private final Aws aws;
    private final Assembly assembly;

    ImageChecks(Aws aws, Assembly assembly) {
        this.aws = aws;
        this.assembly = assembly;
    }

    List<Aws.Check> checks() {
        return ServiceImage.of(assembly).stream()
                .map(image -> Aws.guarded("image of " + image.service(),
                        "allow ecr:DescribeImages and ecr:BatchGetImage", () -> check(image)))
                .toList();
    }

    /** {@return the digest of an image in ECR, or empty where there is none} */
    Optional<String> digest(ServiceImage image) {
        return describe(image).map(details -> details.path("imageDigest").asString());
    }

    private Optional<JsonNode> describe(ServiceImage image) {
        return aws.find("ecr", "describe-images", "--repository-name", image.repository(), "--image-ids",
                image.imageId()).map(found -> found.path("imageDetails").path(0));
    }

    private CheckResult check(ServiceImage image) {
        String what = "image of " + image.service();
        if (image.origin() == ServiceImage.Origin.ELSEWHERE) {
            return CheckResult.ok(what, image.image() + " is another registry's, which is not asked");
        }
        Optional<JsonNode> details = describe(image);
        if (details.isEmpty()) {
            return CheckResult.failed(what, image.image() + " is not in ECR",
                    image.isDigest()
                            ? "write a digest that highlands images printed into environments/"
                                    + assembly.environment() + ".yaml"
                            : "run: ./highlands images " + assembly.environment());
        }
        if (INDEX_TYPES.contains(details.get().path("imageManifestMediaType").asString(""))) {
            Set<String> architectures = architectures(image);
            if (!architectures.contains(image.platform().replace("linux/", ""))) {
                return CheckResult.failed(what, image.image() + " is for " + String.join(", ", architectures)
                        + ", the task runs on " + image.architecture(), "build it on a machine with that processor");
            }
        }
        return CheckResult.ok(what, image.image()
                + (image.isDigest() ? "" : " (" + details.get().path("imageDigest").asString() + ")"));
    }

    /** The architectures of an image index; a plain manifest does not name its own. */
    private Set<String> architectures(ServiceImage image) {
        JsonNode response = aws.read("ecr", "batch-get-image", "--repository-name", image.repository(), "--image-ids",
                image.imageId(), "--accepted-media-types", INDEX_TYPES.get(0), INDEX_TYPES.get(1));
        String manifest = response.path("images").path(0).path("imageManifest").asString("{}");
        return JsonMapper.shared().readTree(manifest).path("manifests").valueStream()
                .map(each -> each.path("platform").path("architecture").asString("").toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("unknown")).collect(Collectors.toSet());
    }
}
