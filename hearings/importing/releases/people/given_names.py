"""What titles and given names tell of the sex of a person, as far as they tell it."""

from collections.abc import Iterable

from hearings.importing.texts.lexicon import word_set
from witnesses.names import name_key

_FEMALE_TITLES = word_set(
    "ms mrs miss congresswoman chairwoman sister dame lady senadora sra srta madam doctora dra presidenta alcaldesa"
)
_MALE_TITLES = word_set("mr congressman father sir lord senador monsignor msgr brother")
# Given names that are hardly ever those of the other sex.
_FEMALE_NAMES = word_set("""
    abigail ada adela adele agnes aimee aisha alba alejandra alexandra alice alicia alison allison altagracia amanda
    amber amelia amina amy ana andrea angela angelica anita ann anna anne annette annie april arlene ashlee audrey
    barbara beatriz bella bernice bertha beth betty beverly bonnie brenda brianna bridget camille candace carla
    carmen carol carolina caroline carolyn cassandra catherine cathy cecilia celeste charlotte chloe christina
    christine cindy claire claudia colleen connie consuelo cynthia daisy daniela darlene debbie deborah debra delia
    della delores denise diana diane dina dolores donna dora doreen doris dorothy edith edna effie eileen elaine
    eleanor elena elisa elizabeth ellen elsa elvira emily emma erica erin estelle esther ethel eunice eva evangeline
    evelyn fanny fatima felicia fiona flora florence frances francesca freda gabriela gail georgia geraldine
    gertrude gina gladys gloria gloriana grace greta gwen hannah harriet hattie hazel heather heidi helen helena
    henrietta hilda ida ilona inez ingrid irene irma isabel ivy jacqueline jane janelle janet janice jasmine jean
    jeanne jeannette jenna jennifer jenny jessica jill joan joanna josefina josephine joyce juanita judith judy
    julia julie karen kate katherine kathleen kathryn kathy katie kelly khadija kimberly kristen kristin lara latoya
    laura lauren laurie leah leila lena leona leticia lilian lillian lily linda lisa lois lorena lorna lorraine
    louise lourdes lucia lucille lucy luisa luz lydia lynn mabel madeleine mae maggie marcela marcia margaret maria
    marian maribel marie marilyn marina marisol marjorie marlene marsha marta martha mary maud maureen mavis maxine
    megan melanie melinda melissa mercedes michelle mildred millie mina minnie miriam molly mona monica myra myrtle
    nadia nadine nancy naomi natalie nell nellie nicole nina nora norma odessa olga olivia opal pamela patricia
    paula pauline pearl peggy penelope petra phoebe phyllis polly priscilla priya rachel ramona rebecca regina renee
    rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah selma
    sharon sheila shirley silvia sofia sonia sonja sophia stella stephanie sue susan suzanne sylvia tamara tammy
    tanya teresa thelma theresa tina trudy ursula valentina valerie vanessa velma vera veronica victoria viola
    virginia vivian wanda wendy wilma winifred yolanda yvonne zoe
    """)
_MALE_NAMES = word_set("""
    aaron abraham adam ahmed alan albert alberto alejandro alexander alfred alfredo allen andrew andy anthony
    antonio armando arnold arthur barry ben benjamin bernard bert bill billy bob bobby brad bradley brandon brendan
    brian bruce bryan byron calvin carl carlos cesar charles charlie chester christopher chuck clarence clark
    clayton clifford clyde craig curtis dale dan daniel darrell david dean dennis derek dick diego dominic don
    donald douglas duane dwayne dwight earl ed eddie edgar eduardo edward edwin eli elias elmer emmanuel enrique
    eric ernest ernesto ernie eugene felix fernando floyd francisco frank franklin fred frederick fritz gary gene
    george gerald gerard gilbert glenn gordon greg gregory guillermo gus gustavo guy hans harold harry harvey hassan
    hector heinrich henry herbert herman howard hugh ian ibrahim ira isaac isaiah ivan jack jacob jaime james jason
    javier jed jeff jeffrey jeremiah jeremy jerome jerry jesus jim jimmy joaquin joe joel john johnny jon jonah
    jonathan jorge jose joseph josh joshua josiah juan julio justin karim karl keith ken kenneth kevin kyle larry
    lawrence leo leon leonard leroy lester lewis lloyd louis luis luke manuel marc marcos marcus mario mark martin
    marvin matt matthew maurice max melvin michael miguel mike milton mitch mitchell mohammed muhammad nate nathan
    nathaniel ned neil nelson nicholas nick norman olaf oleksandr omar oscar oswald otto pablo patrick paul pedro
    perry pete peter phil philip phillip rafael ralph ramon rand randall randy raphael raul raymond raymundo reuben
    ricardo richard rick rob robert roberto rodney rodrigo roger roland ron ronald rory ross roy ruben rudy rufus
    russell rusty salvador samuel saul scott sean sebastian sergio seth shane sid simon solomon stan stanley stefan
    stephen steve steven stuart ted terrence theo theodore thomas tim timothy tobias todd tom tommy tony travis
    trent trevor troy tyler ulrich vernon victor vincent wade wallace walter warren wayne wendell wesley wilbur
    wilfred william willie xavier yusuf zachary
    """)


def of_titles(titles: Iterable[str]) -> str | None:
    """`f` or `m` where the titles of a person show it (`Ms.`, `Congressman`)."""
    return one_of(titles, _FEMALE_TITLES, _MALE_TITLES)


def of_chair(titles: Iterable[str]) -> str | None:
    """`m` for a `Chairman` of whom nothing else tells: some women are styled so too."""
    return "m" if "chairman" in titles else None


def of_name(full: str) -> str | None:
    """`f` or `m` where the given name is hardly ever one of the other sex."""
    return one_of([word for word in name_key(full).split()[:2] if len(word) > 1][:1], _FEMALE_NAMES, _MALE_NAMES)


def one_of(words: Iterable[str], female: frozenset[str], male: frozenset[str]) -> str | None:
    """`f` or `m` where words are of one of the two sets and not of the other."""
    held = set(words)
    if bool(held & female) == bool(held & male):
        return None
    return "f" if held & female else "m"
