package register

// major are the parties that files call by many names, with those names as they
// are printed: the registered one, abbreviations, and descriptions that the words
// before and after a name do not explain.
var major = []entry{
	{"PP52 PP51", "Conservative and Unionist Party | Conservative | Conservatives | Con | Cons | Tory | Tories | " +
		"Conservative Party | Conservative and Unionist | Conservatives and Unionists | Scottish Conservatives | Scottish Conservative | " +
		"Scottish Conservative and Unionist Party | Scottish Conservative and Unionist | Welsh Conservatives | Welsh Conservative | " +
		"Welsh Conservative Party | Ceidwadwyr Cymreig | Plaid Geidwadol Cymru | Northern Ireland Conservatives | NI Conservatives | " +
		"Conservative (Northern Ireland) | Conservatives (NI) | London Conservatives", ""},
	{"PP53", "Labour Party | Labour | Lab | Labour and Co-operative Party | Labour and Co-operative | Labour and Cooperative | " +
		"Labour Co-op | Labour Coop | Lab Co-op | Lab Coop | LabCo | Labour/Co-op | Labour and Co-op | Scottish Labour Party | " +
		"Scottish Labour | Scottish Labour and Co-operative Party | Scottish Labour and Co-operative | Welsh Labour | " +
		"Welsh Labour Party | Llafur | Llafur Cymru | Y Blaid Lafur | Welsh Labour and Co-operative | London Labour", ""},
	{"PP90", "Liberal Democrats | Liberal Democrat | Lib Dem | Lib Dems | LibDem | LibDems | LD | LDem | Lib Democrat | " +
		"Liberal Democratic Party | Welsh Liberal Democrats | Welsh Liberal Democrat | Scottish Liberal Democrats | " +
		"Scottish Liberal Democrat | London Liberal Democrats | Democratiaid Rhyddfrydol Cymru | Democratiaid Rhyddfrydol", ""},
	{"PP7931", "Reform UK | Reform | Brexit Party | Brexit | RUK | BRX", ""},
	{"PP63", "Green Party | Green | Greens | Grn | Green Party of England and Wales | Wales Green Party | Green Party Wales | " +
		"Plaid Werdd Cymru | Y Blaid Werdd | GPEW | London Green Party", ""},
	{"PP130", "Scottish Green Party | Scottish Greens | Scottish Green | Scottish Green Party / Pàrtaidh Uaine na h-Alba", ""},
	{"PP305", "Green Party Northern Ireland | Green Party in Northern Ireland | Green Party (Northern Ireland) | Green Party NI | " +
		"Greens NI | GPNI | Northern Ireland Green Party", ""},
	{"PP102", "Scottish National Party | SNP", ""},
	{"PP77", "Plaid Cymru | Plaid | PC | The Party of Wales | Plaid Cymru the Party of Wales", ""},
	{"PP85 PP84", "UK Independence Party | UKIP | United Kingdom Independence Party | UK Independence Party (Northern Ireland) | " +
		"UKIP Wales | UKIP Scotland | UK Independence", ""},
	{"PP70", "Democratic Unionist Party | DUP | Democratic Unionists | Democratic Unionist", ""},
	{"PP39", "Sinn Féin | SF", ""},
	{"PP55", "Social Democratic & Labour Party | SDLP", ""},
	{"PP83", "Ulster Unionist Party | UUP | Ulster Unionists | Ulster Unionist", ""},
	{"PP103", "Alliance | Alliance Party of Northern Ireland | APNI | Alliance Party", ""},
	{"PP680", "Traditional Unionist Voice | TUV", ""},
	{"PP773", "People Before Profit Alliance | PBP | PBPA | People Before Profit", ""},
	{"PP789", "People Before Profit (Great Britain)", "2022-11-11"},
	{"PP7968", "Aontú", ""},
	{"PP127", "The Workers’ Party | Workers Party of Ireland | Workers | WP", ""},
	{"PP11382", "Workers Party of Britain | Workers Party GB | WPB | Workers Party Britain", ""},
	{"PP12550 PP12553", "Heritage Party | Heritage", ""},
	{"PP2303 PP17515", "The North East Party | North East", ""},
	{"PP2755", "Women’s Equality Party | Women’s Eq. | Women’s Eq | WEP", ""},
	{"PP66 PP65", "Official Monster Raving Loony Party | Monster Raving Loony Party | Monster Raving Loony | MRLP | OMRLP | " +
		"The Official Monster Raving Loony Party | Raving Loony Party", ""},
	{"PP243", "Social Democratic Party | SDP", ""},
	{"PP12667 PP17509", "Freedom Alliance | Freedom All. | Freedom Alliance. The Real Alternative", ""},
	{"PP2055", "The Yorkshire Party | Yorkshire", ""},
	{"PP79", "Christian Peoples Alliance | CPA | Christian People’s Alliance", ""},
	{"PP54", "Liberal Party | Liberal", ""},
	{"PP17", "English Democrats | Eng Dem | English Democrats Party", ""},
	{"PP3960 PP106 PP105", "British National Party | BNP", ""},
	{"PP684 PP685", "Libertarian Party | Libertarian Party UK", ""},
	{"PP616 PP4041", "Animal Welfare Party | AWP | Animal", ""},
	{"PP11423", "Rejoin EU | Rejoin", ""},
	{"PP2893 PP1992 PP392", "Christian Party, Proclaiming Christ’s Lordship | Christian Party | Christian", ""},
	{"PP804", "Trade Unionist and Socialist Coalition | TUSC | Trade Unionists and Socialists Against Cuts | " +
		"Trade Unionist and Socialist Coalition Against Cuts | Trade Unionist & Socialist Coalition", ""},
	{"PP46", "Scottish Socialist Party | SSP", ""},
	{"PP12700", "Alba Party | Alba | Alba Party for Independence", ""},
	{"PP18382", "Restore Britain", ""},
	{Speaker, "Speaker | Speaker seeking re-election | The Speaker seeking re-election | Spk", ""},
}
