import { load } from "../dropout.js";

const dropout = await load();

const network = dropout.network({
  generator: "torch",
  seed: 1,
  widths: [3, 20, 1],
  hidden_activation: "relu",
  output_activation: "sigmoid",
  input_p_drop: 0,
  hidden_p_drop: 0.5,
});
const { subnetworks, arithmetic_mean, scaled_full_network } = await dropout.average(
  network,
  [1, -0.5, 2],
);
document.querySelector("#numbers").textContent =
  `subnetworks          ${subnetworks}\n` +
  `their average        ${arithmetic_mean[0]}\n` +
  `scaled full network  ${scaled_full_network[0]}`;

document.querySelector("#rolls").addEventListener("input", ({ target }) => {
  document.querySelector("#die").setAttribute("rolls", target.value);
});
