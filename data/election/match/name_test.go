package match

import (
	"slices"
	"testing"

	"nightdesk/data/election"
)

func TestSplit(t *testing.T) {
	for printed, want := range map[string]Name{
		"Ann Able":                          {Forenames: "Ann", Surname: "Able"},
		"ABLE, Ann":                         {Forenames: "Ann", Surname: "Able"},
		"ABLE Ann":                          {Forenames: "Ann", Surname: "Able"},
		"Ann ABLE":                          {Forenames: "Ann", Surname: "Able"},
		"ABLE, ANN MARY":                    {Forenames: "Ann Mary", Surname: "Able"},
		"ANN ABLE":                          {Forenames: "ANN", Surname: "ABLE"},
		"O'NEILL Bob":                       {Forenames: "Bob", Surname: "O'Neill"},
		"D’ARCY, Dan":                       {Forenames: "Dan", Surname: "D’Arcy"},
		"McDONALD Jo":                       {Forenames: "Jo", Surname: "McDonald"},
		"MCDONALD Jo":                       {Forenames: "Jo", Surname: "McDonald"},
		"MacDONALD Jo":                      {Forenames: "Jo", Surname: "MacDonald"},
		"MACDONALD Jo":                      {Forenames: "Jo", Surname: "MACDONALD"},
		"VAN DER BERG Cat":                  {Forenames: "Cat", Surname: "Van der Berg"},
		"van der BERG Cat":                  {Forenames: "Cat", Surname: "van der Berg"},
		"Cat van der Berg":                  {Forenames: "Cat", Surname: "van der Berg"},
		"ABLE-SMITH John Paul":              {Forenames: "John Paul", Surname: "Able-Smith"},
		"WYN JONES, Cat":                    {Forenames: "Cat", Surname: "Wyn Jones"},
		"Ó DÁLAIGH Ciarán":                  {Forenames: "Ciarán", Surname: "Ó Dálaigh"},
		"Ciarán Ó Dálaigh":                  {Forenames: "Ciarán", Surname: "Ó Dálaigh"},
		"Tomás Mac Giolla":                  {Forenames: "Tomás", Surname: "Mac Giolla"},
		"Carla Nic Eoin":                    {Forenames: "Carla", Surname: "Nic Eoin"},
		"Bríd Ní Dhoire":                    {Forenames: "Bríd", Surname: "Ní Dhoire"},
		"Mary Fitz Roy":                     {Forenames: "Mary", Surname: "Fitz Roy"},
		"José dos Santos":                   {Forenames: "José", Surname: "dos Santos"},
		"Sam al-Rashid":                     {Forenames: "Sam", Surname: "al-Rashid"},
		"Sioned ferch Owen":                 {Forenames: "Sioned", Surname: "ferch Owen"},
		"Ann St John":                       {Forenames: "Ann", Surname: "St John"},
		"Kit de Freyne":                     {Forenames: "Kit", Surname: "de Freyne"},
		"Cllr Ann Able":                     {Forenames: "Ann", Surname: "Able"},
		"Dr Ann Able OBE":                   {Forenames: "Dr Ann", Surname: "Able"},
		"Ann Able, MP":                      {Forenames: "Ann", Surname: "Able"},
		"Ann Able (Elected)":                {Forenames: "Ann", Surname: "Able", Elected: true},
		"ABLE, Ann *":                       {Forenames: "Ann", Surname: "Able", Elected: true},
		"Ann Able - ELECTED":                {Forenames: "Ann", Surname: "Able", Elected: true},
		"Ann Able, Elected":                 {Forenames: "Ann", Surname: "Able", Elected: true},
		"Ann Able (not elected)":            {Forenames: "Ann", Surname: "Able"},
		"ABLE Ann (Labour Party) (Elected)": {Forenames: "Ann", Surname: "Able", Party: "Labour Party", Elected: true},
		"Robert (Bob) Bone":                 {Forenames: "Robert (Bob)", Surname: "Bone"},
		"Martin Luther Jr":                  {Forenames: "Martin", Surname: "Luther Jr"},
		"JP Smith":                          {Forenames: "JP", Surname: "Smith"},
		"Madonna":                           {Surname: "Madonna"},
		"VAN, Tom":                          {Forenames: "Tom", Surname: "Van"},
		"":                                  {},
	} {
		got := Split(printed)
		got.sure = unsure
		if got != want {
			t.Errorf("Split(%q) = %+v, want %+v", printed, got, want)
		}
	}
}

func TestSplitAllFollowsTheList(t *testing.T) {
	got := SplitAll([]string{"ABLE Ann", "BONE, Bob", "NG Alan", "Li Wei"})
	var surnames []string
	for _, n := range got {
		surnames = append(surnames, n.Surname)
	}
	if want := []string{"Able", "Bone", "NG", "Li"}; !slices.Equal(surnames, want) {
		t.Errorf("surnames are %q, want %q", surnames, want)
	}
	if got := SplitAll([]string{"ABLE Ann", "Bob BONE", "Cat Cole"}); got[2].Surname != "Cole" {
		t.Errorf("a list of two styles gives %q", got[2].Surname)
	}
}

func TestBallotOrder(t *testing.T) {
	var list []election.Candidate
	for _, name := range []string{"Anne Poe", "José dos Santos", "Carla Nic Eoin", "Kit de Freyne", "Ciarán Ó Dálaigh",
		"Pat O'Dwyer", "Bríd Ní Dhoire", "Mary Fitz Roy", "Tomás Mac Giolla", "VAN DER BERG Cat"} {
		n := Split(name)
		list = append(list, election.Candidate{Forenames: n.Forenames, Surname: n.Surname})
	}
	BallotOrder(list)
	var got []string
	for _, k := range list {
		got = append(got, k.Surname)
	}
	want := []string{"de Freyne", "dos Santos", "Fitz Roy", "Mac Giolla", "Ní Dhoire", "Nic Eoin", "Ó Dálaigh", "O'Dwyer", "Poe", "Van der Berg"}
	if !slices.Equal(got, want) {
		t.Errorf("the ballot paper is %q, want %q", got, want)
	}
}

func TestSameName(t *testing.T) {
	for _, same := range [][2]string{
		{"Michelle O'Neill", "O’NEILL Michelle"}, {"Siân Llŷr-Jones", "Sian Llyr Jones"}, {"Dr Ann Able", "Ann Able MP"},
		{"Jo McDonald", "MC DONALD Jo"}, {"Pat O Dwyer", "Pat O’Dwyer"}, {"JoAnn Able", "Jo-Ann Able"}, {"Cllr Ann Able", "ABLE, Ann"},
	} {
		if !SameName(same[0], same[1]) {
			t.Errorf("%q is not %q", same[0], same[1])
		}
	}
	for _, other := range [][2]string{{"Bob Bone", "Rob Bone"}, {"Ann Able", "Ann Abel"}, {"Captain Beany", "Beany"}, {"Ann Able", "Ann Mary Able"}} {
		if SameName(other[0], other[1]) {
			t.Errorf("%q is %q", other[0], other[1])
		}
	}
}
