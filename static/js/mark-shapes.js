/* The marks on an image as lines of text (`A; rectangle; 120,80 340,210; what; who`), and as shapes of an SVG. */
"use strict";

const NAMESPACE = "http://www.w3.org/2000/svg";
const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const CORNERS = new RegExp(String.raw`^${NUMBER},${NUMBER}(\s+${NUMBER},${NUMBER})*$`);
const ALPHABET = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/* What can be drawn; a line that cannot be read is left to the server, which says what is wrong with it. */
function marksIn(lines) {
  return lines.split("\n").flatMap((text, line) => {
    const parts = text.split(";").map((part) => part.trim());
    const [letter, shape, corners = ""] = parts;
    if (!/^[A-Z]{1,2}$/.test(letter) || !/^(rectangle|polygon)$/.test(shape) || !CORNERS.test(corners)) return [];
    const points = corners.split(/\s+/).map((pair) => pair.split(",").map(Number));
    return shape === "rectangle" && points.length !== 2 ? [] : [{ line, parts, letter, shape, points }];
  });
}

function nextLetter(lines) {
  const used = lines.split("\n").map((text) => text.split(";")[0].trim());
  return [...ALPHABET, ...ALPHABET.map((one) => `A${one}`)].find((one) => !used.includes(one));
}

/* Every corner of a mark, and which of its points give it its x and its y: a rectangle is kept as two of its four. */
function cornersOf({ shape, points }) {
  const pairs = shape === "rectangle" ? [[0, 0], [1, 0], [1, 1], [0, 1]] : points.map((_, place) => [place, place]);
  return pairs.map((of) => ({ of, point: [points[of[0]][0], points[of[1]][1]] }));
}

function outline(mark, attributes) {
  if (!mark.points.length) return [];
  const corners = cornersOf(mark.points.length > 1 ? mark : { points: mark.points });
  const points = corners.map(({ point }) => point.join()).join(" ");
  const [x, y] = mark.points[0];
  const letter = made("text", { x, y, dx: "0.2em", dy: "1em" });
  letter.textContent = mark.letter;
  return [made("polygon", { points, ...attributes }), letter];
}

/* A line without length, whose round ends have the same size on the screen whatever the size of the image. */
function handle({ letter }, [x, y], corner) {
  const name = `Corner ${corner + 1} of ${letter}: ${x}, ${y}`;
  return made("path", { d: `M${x} ${y}h0`, tabindex: 0, role: "button", "aria-label": name, "data-corner": corner });
}

function written(points) {
  return points.map((point) => point.join()).join(" ");
}

function made(name, attributes) {
  return set(document.createElementNS(NAMESPACE, name), attributes);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
