"""The pictures of the demo's exhibits: drawings of invented places, each before and after, made of numbers alone."""

from functools import cache

from hearings.demo.canvas import HEIGHT, WIDTH, Canvas, bend, chances, corners, terrain

RED, BLUE, GREY, PALE = (148, 84, 66), (92, 118, 146), (150, 148, 142), (196, 190, 176)

FIELDS = [  # left, top, right, bottom, colour
    ((-160, -140, 150, 150), (126, 128, 76, 150)),
    ((170, -180, 520, 120), (150, 134, 88, 150)),
    ((540, -180, 900, 110), (112, 122, 70, 160)),
    ((920, -180, 1240, 130), (158, 144, 98, 150)),
    ((1060, 160, 1420, 420), (120, 126, 74, 150)),
    ((1060, 440, 1420, 700), (148, 132, 86, 160)),
    ((-160, 560, 130, 860), (116, 124, 72, 160)),
    ((330, 790, 640, 1160), (154, 140, 94, 150)),
    ((660, 790, 1010, 1160), (118, 124, 74, 150)),
    ((1030, 790, 1420, 1160), (142, 130, 84, 160)),
]
FIELDS_BUILT_OVER = [((740, 180, 1040, 420), (132, 130, 80, 150)), ((740, 440, 1040, 660), (152, 136, 90, 150))]
HEDGES = [  # from x, y to x, y
    (160, -150, 160, 120),
    (530, -170, 530, 120),
    (910, -170, 910, 140),
    (1050, 150, 1050, 690),
    (320, 756, 1400, 748),
    (150, 560, 150, 700),
    (650, 800, 650, 1100),
    (1020, 800, 1020, 1100),
]
RIVER_FIELDS = [
    ((-160, -140, 250, 190), (140, 136, 84, 150)),
    ((270, -180, 560, 170), (112, 126, 72, 160)),
    ((860, -180, 1140, 150), (150, 140, 92, 150)),
    ((-160, 760, 220, 1160), (120, 128, 74, 160)),
    ((240, 740, 540, 1160), (150, 138, 90, 150)),
    ((820, 760, 1160, 1160), (126, 130, 78, 150)),
]
RIVER = bend((-300, 350), (240, 560), (660, 470)) + bend((660, 470), (1080, 380), (1600, 560))


@cache
def draw(name: str) -> bytes:
    """The picture called `name` (compound-before, compound-after, crossing-before, crossing-after), a JPEG."""
    scene, moment = name.split("-")
    return {"compound": compound, "crossing": crossing}[scene](moment == "after")


def compound(after: bool) -> bytes:
    """A walled yard among fields beside a road; after: a second yard, a longer wall and more houses."""
    sheet = Canvas(terrain("compound", (92, 94, 64), (136, 130, 94), (178, 166, 128)), -11)
    if after:
        sheet.area(corners((-300, -300, WIDTH + 300, HEIGHT + 300)), (150, 120, 64, 38))
    farmland(sheet, after)
    yard = (330, 250, 700, 610)
    whole = (330, 190, 1010, 660) if after else yard
    sheet.area(corners(whole), (186, 174, 148, 215))
    sheet.area(corners((345, 425, whole[2] - 15, 449)), (168, 158, 138))
    first_yard(sheet)
    if after:
        second_yard(sheet)
    enclose(sheet, whole)
    return sheet.finish()


def farmland(sheet: Canvas, after: bool) -> None:
    """Fields, the stream, the road with the drive to the gate, the village and the trees."""
    for box, colour in FIELDS + ([] if after else FIELDS_BUILT_OVER):
        sheet.field(box, colour)
    stream = bend((-200, 470), (140, 340), (190, 130)) + bend((190, 130), (220, -60), (120, -300))
    sheet.path(stream, 30, (104, 104, 72, 160))
    sheet.path(stream, 17, (72, 92, 96))
    sheet.road([(-300, 730), (380, 724), (900, 728), (1600, 716)], 22)
    sheet.road([(515, 726), (515, 600)], 15)
    for x, y in ((-30, 640), (40, 770), (150, 776), (196, 660), (80, 656), (-60, 780)):
        sheet.roof((x, y, x + 44, y + 28), RED, 0.7)
    hedges(sheet, after)


def hedges(sheet: Canvas, after: bool) -> None:
    """Trees along the fields and the stream, and a wood that the second yard takes a part of."""
    chance = chances("trees")
    for left, top, right, bottom in HEDGES:
        steps = int(max(right - left, bottom - top) / 21)
        for step in range(steps):
            part = (step + next(chance) * 0.7) / steps
            if next(chance) < 0.72:
                spot = (left + (right - left) * part, top + (bottom - top) * part + next(chance) * 6)
                sheet.tree(*spot, 5 + next(chance) * 5)
    for _ in range(150):
        x, y, size = 170 + next(chance) * 150, 150 + next(chance) * 380, 6 + next(chance) * 6
        if x > 190 + (330 - y) * 0.12 and x < 306:
            sheet.tree(x, y, size)
    for _ in range(46):
        x, y, size = 724 + next(chance) * 280, 140 + next(chance) * 70, 6 + next(chance) * 5
        if not after:
            sheet.tree(x, y, size)


def first_yard(sheet: Canvas) -> None:
    sheet.roof((365, 285, 560, 325), BLUE, 1.3)
    sheet.roof((365, 355, 560, 395), BLUE, 1.3)
    sheet.roof((605, 285, 655, 400), GREY, 1)
    sheet.roof((370, 480, 440, 560), PALE, 0.8)
    sheet.roof((600, 490, 660, 530), RED, 0.7)
    sheet.roof((600, 548, 660, 578), RED, 0.7)
    sheet.area(corners((470, 478, 560, 560)), (158, 146, 120))


def second_yard(sheet: Canvas) -> None:
    for row in range(4):
        top = 218 + row * 53
        sheet.roof((740, top, 960, top + 31), BLUE, 1.3)
    sheet.roof((365, 215, 560, 247), BLUE, 1.3)
    sheet.roof((740, 480, 845, 560), GREY, 2)
    sheet.roof((875, 480, 975, 516), PALE, 1)
    sheet.roof((875, 536, 975, 572), PALE, 1)
    sheet.area(corners((740, 588, 975, 636)), (150, 140, 116))
    sheet.path([*corners((752, 596, 963, 628)), (752, 596)], 1.5, (226, 220, 206))


def enclose(sheet: Canvas, box: tuple[float, float, float, float]) -> None:
    """The wall with its towers; the gate opens to the drive."""
    left, top, right, bottom = box
    sheet.wall([(490, bottom), (left, bottom), (left, top), (right, top), (right, bottom), (540, bottom)])
    for x, y in corners(box):
        sheet.tower(x, y)
    if right > 900:
        sheet.tower((left + right) / 2, top)
    sheet.roof((545, bottom - 30, 575, bottom - 8), PALE, 0.8)


def crossing(after: bool) -> bytes:
    """A river with a road that ends at its bank; after: a bridge, and houses on the far side."""
    sheet = Canvas(terrain("crossing", (84, 98, 70), (122, 132, 90), (164, 166, 122)), 8)
    for box, colour in RIVER_FIELDS:
        sheet.field(box, colour)
    sheet.path(RIVER, 196, (150, 142, 108, 170))
    for step in range(9):
        sheet.path(RIVER, 160 - step * 16, (72 - step * 2, 98 - step * 2, 106 - step * 2))
    sheet.road([(690, 1200), (694, 800), (700, 552)], 24)
    sheet.road([(-300, 700), (300, 716), (696, 700), (1600, 770)], 18)
    riverside(sheet, after)
    for x, y in ((470, 646), (560, 646), (740, 620), (820, 626), (745, 790), (610, 790)):
        sheet.roof((x, y, x + 52, y + 32), RED, 0.8)
    if after:
        far_bank(sheet)
    return sheet.finish()


def far_bank(sheet: Canvas) -> None:
    """The bridge with its shadow on the water, the road beyond it, and the new houses."""
    sheet.road([(702, 372), (706, 200), (716, -300)], 24)
    sheet.area(corners((708, 366, 744, 570)), (18, 26, 32, 120))
    sheet.area(corners((686, 352, 718, 574)), (206, 202, 192))
    sheet.area(corners((692, 352, 712, 574)), (158, 154, 146))
    for y in range(372, 560, 32):
        sheet.path([(684, y), (720, y)], 3, (226, 222, 212))
    for x, y in ((590, 220), (590, 280), (745, 216), (745, 276), (820, 216), (820, 276), (590, 160), (745, 156)):
        sheet.roof((x, y, x + 56, y + 34), BLUE if x > 800 else PALE, 0.9)


def riverside(sheet: Canvas, after: bool) -> None:
    """Trees on both banks; those in the way of the bridge are gone afterwards."""
    chance = chances("bank")
    for _ in range(210):
        (x, y), far = RIVER[int(next(chance) * 49)], next(chance) < 0.5
        x += next(chance) * 36 - 18
        y += -118 - next(chance) * 70 if far else 112 + next(chance) * 36
        size = 5 + next(chance) * 6
        if abs(x - 700) > 34 and not (after and far and 570 < x < 900):
            sheet.tree(x, y, size)
