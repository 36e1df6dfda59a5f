// SPDX-License-Identifier: Apache-2.0
/** Services that run a Spring Boot jar as it is: which jars can be run, and the image folders that are made of them. */
package io.highlands.local.checkout.jar;
