package nights

import (
	"fmt"
	"strings"
)

// thousand publishes a thousand entries of changing length and make.
func (d *desk) thousand() {
	for i := range 1000 {
		kicker, label, text := "", "", fmt.Sprintf("Entry %d. Box %d is *in*, and the tellers have it open.", i+1, i%83+1)
		if i%3 > 0 {
			kicker = fmt.Sprintf("Number %d", i+1)
		}
		if i%100 == 50 {
			label = fmt.Sprintf("Moment %d", i/100+1)
		}
		switch i % 7 {
		case 1:
			text += "\n\n- verified: **" + fmt.Sprint(400+i%300) + "** papers\n- to come: the [Headland](https://mercury.example/) boxes"
		case 3:
			text += "\n\n> Ask me at breakfast.\n> — An agent"
		case 5:
			text += "\n\n" + strings.Repeat("The agents stand two deep behind the rope and count with their lips. ", i%11+1)
		case 6:
			text += "\n\n| Box | Papers |\n|--|--:|\n| Seaton | " + fmt.Sprint(900+i) + " |"
		}
		d.entry(kicker, label, text)
	}
}
