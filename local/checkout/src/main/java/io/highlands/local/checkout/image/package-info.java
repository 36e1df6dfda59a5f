// SPDX-License-Identifier: Apache-2.0
/**
 * Services whose image no module of the checkout makes: which Spring Boot jars can be run as they are, which commands in the place
 * of another image, and the image folders that are made of them.
 */
package io.highlands.local.checkout.image;
