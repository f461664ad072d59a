# Peers of the survival benchmarks: relsurv's Pohar Perme, popEpi's Ederer II, on the same persons.
#   Rscript survival.R CASES.csv LIFE_TABLE.csv relsurv|popepi
suppressPackageStartupMessages({library(data.table)})
args <- commandArgs(TRUE)
setDTthreads(2)
clock <- function() proc.time()[["elapsed"]]
t0 <- clock()
x <- fread(args[1], select = c("area", "sex", "birth_date", "age_days", "incidence_date", "vital_status", "last_contact_date"))
life <- fread(args[2])
t1 <- clock()
if (args[3] == "relsurv") {
  suppressPackageStartupMessages(library(relsurv))
  setkey(life, area, sex, year, age)
  areas <- unique(life$area); years <- unique(life$year); ages <- unique(life$age)
  haz <- array(life$hazard_per_day, c(length(ages), length(years), 2, length(areas)))
  rt <- structure(haz, dim = dim(haz), dimnames = list(age = as.character(ages), year = as.character(years), sex = c("male", "female"), area = areas),
    type = c(2, 3, 1, 1), cutpoints = list(ages * 365.241, as.Date(paste0(years, "-01-01")), NULL, NULL), dimid = c("age", "year", "sex", "area"), class = "ratetable")
  x[, time := as.integer(as.IDate(last_contact_date) - as.IDate(incidence_date))]
  x[, status := as.integer(vital_status == 2)]
  x[time > 1830, `:=`(status = 0L, time = 1830L)]
  x[, sx := c("male", "female")[sex]][, diag := as.Date(incidence_date)]
  t2 <- clock()
  fit <- rs.surv(Surv(time, status) ~ 1, data = as.data.frame(x), ratetable = rt, method = "pohar-perme",
    rmap = list(age = age_days, sex = sx, year = diag, area = area), conf.type = "log", add.times = c(365, 1095, 1826))
  t3 <- clock()
  s <- summary(fit, times = c(365, 1095, 1826))
  for (i in 1:3) cat(sprintf("%d %.12f %.12f %.12f\n", s$time[i], s$surv[i], s$lower[i], s$upper[i]))
} else {
  suppressPackageStartupMessages(library(popEpi))
  pm <- life[, .(area, sex, year, agegroup = age, haz = hazard_per_day * 365.242199)]
  x[, `:=`(bi_date = as.IDate(incidence_date) - age_days, dg_date = as.IDate(incidence_date), ex_date = as.IDate(last_contact_date))]
  x[, status := as.integer(vital_status == 2)]
  t2 <- clock()
  ag <- lexpand(x, birth = bi_date, entry = dg_date, exit = ex_date, status = status,
    pophaz = pm, breaks = list(fot = seq(0, 5, 1 / 12)), aggre = list(fot), pp = FALSE)
  st <- survtab_ag(fot ~ 1, data = ag, surv.type = "surv.rel", surv.method = "hazard", relsurv.method = "e2")
  t3 <- clock()
  print(st[st$Tstop %in% c(1, 3, 5), ])
}
cat(sprintf("%s rows %d read %.2f prepare %.2f compute %.2f total %.2f peak_MB %.0f\n", args[3], nrow(x), t1 - t0, t2 - t1, t3 - t2, clock() - t0,
  as.numeric(sub("[^0-9]*([0-9]+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024))
