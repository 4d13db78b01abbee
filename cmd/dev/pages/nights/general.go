package nights

import (
	"fmt"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

// General makes a night of many contests at path, as files bring them: sixty
// seats of an invented general election with two earlier ones, and a council
// with its wards.
func General(path string) error {
	return Imported(path, "Mereland general election",
		[]intake.Source{csv("seats.csv", seatsOf("2024-07-04", 0)), csv("wards.csv", wards), csv("council.csv", council)},
		[]intake.Source{csv("2019.csv", seatsOf("2019-12-12", 5))},
		[]intake.Source{csv("2017.csv", seatsOf("2017-06-08", 9))})
}

// Imported makes a night at path of files of results, and of files of earlier
// ones, the newest first. It has a few entries about what was imported.
func Imported(path, title string, results []intake.Source, earlier ...[]intake.Source) error {
	details := blog.Details{Title: title, Zone: "Europe/London", Address: "https://mercury.example/live/general"}
	return makeNight(path, details, func(d *desk) {
		d.do(func() error {
			found, err := intake.Read(results, intake.Results)
			if err != nil {
				return err
			}
			return d.Take(night.Import{Author: d.ann, Reason: "results", Contests: found.Contests, Councils: found.Councils})
		})
		for _, files := range earlier {
			d.baseline(files)
		}
		d.reported()
	})
}

// baseline compares the contests with earlier results.
func (d *desk) baseline(files []intake.Source) {
	d.do(func() error {
		found, err := intake.Read(files, intake.AsBaseline)
		if err != nil {
			return err
		}
		contests, err := d.Contests()
		if err != nil {
			return err
		}
		return d.PutContests(d.ann, "baseline", intake.BaselinesFor(contests, found, ""))
	})
}

// reported are entries about some of the contests and about each council.
func (d *desk) reported() {
	e, err := d.Edition(night.Moment{})
	d.do(func() error { return err })
	step := max(1, len(e.Contests)/5)
	for i, c := range e.Contests {
		if i%step == 0 {
			d.entry(c.Name, "", fmt.Sprintf("@result %s\n\n@chart %[1]s | share\n\n@chart %[1]s | change", c.Name))
		}
		if slot := c.Name + ".majority"; i%step == 1 && c.State.IsDeclared() {
			if _, ok := figure.Live(e.Results())(slot); ok {
				d.entry("", c.Name, "The majority in "+c.Name+" is {"+slot+"}.")
			}
		}
	}
	for _, c := range e.Councils {
		d.entry(c.Name, "Control", "@result "+c.Name+"\n\n@chart "+c.Name+" | seats")
	}
}

func csv(name, text string) intake.Source {
	return intake.Source{Name: name, Data: strings.NewReader(text)}
}

// seatsOf are sixty seats as our own flat format has them. The turn makes the
// votes of one election others than those of the next. At turn 0 every ninth
// seat is not counted yet, and two candidates of the fifth are level.
func seatsOf(day string, turn int) string {
	var b strings.Builder
	b.WriteString("contest,code,date,kind,electorate,verified,rejected,position,surname,forenames,party id,party name,party short,votes\n")
	stood := []election.Party{con, lab, ld, green, local, election.Independent}
	names := []string{"Arkle", "Binns", "Cottam", "Dunnock", "Éclair", "Fenn"}
	for i := range 60 {
		var rows []string
		cast := 0
		for k, p := range stood[:2+i%5] {
			votes := 400 + ((i+7)*(k+3)*7919+(turn+1)*(k+1)*3571)%(21_000/(k+1))
			if turn == 0 && i == 4 {
				votes = 5_000 - 1_000*max(0, k-1)
			}
			cast += votes
			shown := fmt.Sprint(votes)
			if turn == 0 && i%9 == 8 {
				shown = ""
			}
			rows = append(rows, fmt.Sprintf("%d,%s,%c. %c.,%s,%q,%s,%s", k+1, names[(i+k)%len(names)], 'A'+i%26, 'A'+k, p.ID, p.Name, p.Short, shown))
		}
		rejected := 20 + i%30
		for _, row := range rows {
			fmt.Fprintf(&b, "%s,E14%06d,%s,parliamentary,%d,%d,%d,%s\n", seatName(i), 900+i, day, 60_000+i*211, cast+rejected, rejected, row)
		}
	}
	return b.String()
}

func seatName(i int) string {
	sides := []string{"North", "South", "East", "West", "Mid", "Upper"}
	places := []string{"Mereland", "Wold and Fen", "Saltersby", "Harrowgate-on-Tees", "Kings Ferry", "Oakham Vale", "Thornmoor", "Quayside", "Llanfor", "Bridgeholme"}
	return sides[i%6] + " " + places[i/6]
}

const wards = `contest,date,kind,group,seats,electorate,verified,rejected,position,surname,forenames,party id,party name,party short,votes
Harbour ward,2024-07-04,local,Sandmere,2,4000,1205,5,1,Ash,Ada,PP52,Conservative,Con,700
Harbour ward,2024-07-04,local,Sandmere,2,4000,1205,5,2,Birch,Ben,PP53,Labour,Lab,500
Harbour ward,2024-07-04,local,Sandmere,2,4000,1205,5,3,Cedar,Cy,PP52,Conservative,Con,640
Harbour ward,2024-07-04,local,Sandmere,2,4000,1205,5,4,Dock,Di,PP53,Labour,Lab,480
Mill ward,2024-07-04,local,Sandmere,1,3000,1001,1,1,Elm,Ed,PP52,Conservative,Con,600
Mill ward,2024-07-04,local,Sandmere,1,3000,1001,1,2,Fir,Flo,PP53,Labour,Lab,400
Quay ward,2024-07-04,local,Sandmere,1,3500,,,1,Gorse,Gus,PP53,Labour,Lab,
Quay ward,2024-07-04,local,Sandmere,1,3500,,,2,Hazel,Hal,PP52,Conservative,Con,
`

const council = `council,code,date,seats,heading,baseline date,party id,party name,party short,seats held
Sandmere,E07999999,2024-07-04,9,not up,,PP52,Conservative,Con,2
Sandmere,E07999999,2024-07-04,9,not up,,PP53,Labour,Lab,2
Sandmere,E07999999,2024-07-04,9,vacant,,,,,1
Sandmere,E07999999,2024-07-04,9,as last fought,2021-05-06,PP52,Conservative,Con,4
Sandmere,E07999999,2024-07-04,9,as last fought,2021-05-06,PP53,Labour,Lab,5
Sandmere,E07999999,2024-07-04,9,eve of poll,2024-07-03,PP52,Conservative,Con,4
Sandmere,E07999999,2024-07-04,9,eve of poll,2024-07-03,PP53,Labour,Lab,4
Sandmere,E07999999,2024-07-04,9,eve of poll,2024-07-03,,vacant,,1
`
