// SPDX-License-Identifier: Apache-2.0
package com.example.shop.catalog;

import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(ProductController.class)
class ProductControllerTest {

    @Autowired
    private MockMvc mvc;
    @MockitoBean
    private ProductRepository products;

    @Test
    void aProductHasNameAndPrice() throws Exception {
        when(products.findById(1L)).thenReturn(Optional.of(new Product("Tent", 18900)));
        mvc.perform(get("/products/1")).andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Tent")).andExpect(jsonPath("$.cents").value(18900));
    }

    @Test
    void anUnknownProductIsNotFound() throws Exception {
        mvc.perform(get("/products/7")).andExpect(status().isNotFound());
    }
}
