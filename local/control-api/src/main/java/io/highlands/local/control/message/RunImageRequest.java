// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

/**
 * Runs a service's tasks from another image than the build made, until templates and images are applied again.
 *
 * @param service the service
 * @param image the image folder, an absolute path: it holds {@code image.json} and {@code app}
 */
public record RunImageRequest(String service, String image) {}
