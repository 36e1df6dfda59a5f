// SPDX-License-Identifier: Apache-2.0
/** The services of a project: whether they changed, their build, and where their images are. */
package io.highlands.local.checkout.project;
