// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/choices.h"

namespace phaen::plan {

using Choices = std::vector<base::Choice>;

Choices rank_choices() { return {{"primary", "หลัก"}, {"secondary", "รอง"}}; }

Choices period_choices() {
  return {{"q1", "ไตรมาสที่ 1"}, {"q2", "ไตรมาสที่ 2"}, {"q3", "ไตรมาสที่ 3"}, {"q4", "ไตรมาสที่ 4"}, {"year", "ทั้งปี"},
          {"oct", "ตุลาคม"},    {"nov", "พฤศจิกายน"}, {"dec", "ธันวาคม"},   {"jan", "มกราคม"},   {"feb", "กุมภาพันธ์"},
          {"mar", "มีนาคม"},    {"apr", "เมษายน"},   {"may", "พฤษภาคม"},  {"jun", "มิถุนายน"},   {"jul", "กรกฎาคม"},
          {"aug", "สิงหาคม"},   {"sep", "กันยายน"}};
}

Choices category_choices() {
  return {{"operating", "งบดำเนินงาน"},
          {"investment", "งบลงทุน"},
          {"subsidy", "งบเงินอุดหนุน"},
          {"other", "งบรายจ่ายอื่น"},
          {"personnel", "งบบุคลากร"}};
}

Choices fund_choices() {
  return {{"cluster", "งบกลุ่มจังหวัด"},
          {"province", "งบจังหวัด"},
          {"function", "งบกระทรวง/กรม"},
          {"local", "อปท."},
          {"private", "เอกชน"},
          {"off_budget", "เงินนอกงบประมาณ"},
          {"carried_over", "เงินกันไว้เบิกเหลื่อมปี"}};
}

Choices stage_choices() {
  return {{"planned", "ตามแผน"}, {"requested", "คำขอ"}, {"approved", "ได้รับจัดสรร"}, {"transferred", "หลังโอน/เปลี่ยนแปลง"}};
}

Choices direction_choices() { return {{"up", "เพิ่มขึ้น"}, {"down", "ลดลง"}, {"stable", "คงที่"}}; }

Choices frequency_choices() {
  return {{"monthly", "รายเดือน"}, {"quarterly", "รายไตรมาส"}, {"half_yearly", "ราย 6 เดือน"},
          {"yearly", "รายปี"},     {"end_of_plan", "สิ้นสุดแผน"}, {"irregular", "ไม่แน่นอน"}};
}

Choices topic_choices() {
  return {{"agriculture", "การเกษตร"},
          {"tourism", "การท่องเที่ยว"},
          {"trade", "การค้าและการลงทุน"},
          {"industry", "อุตสาหกรรมและผลิตภัณฑ์ชุมชน"},
          {"transport", "คมนาคมและโลจิสติกส์"},
          {"economy", "เศรษฐกิจโดยรวม"},
          {"society", "สังคมและคุณภาพชีวิต"},
          {"security", "ความมั่นคง"},
          {"environment", "ทรัพยากรธรรมชาติและสิ่งแวดล้อม"},
          {"administration", "การบริหารจัดการ"}};
}

Choices area_kind_choices() {
  return {{"country", "ประเทศ"}, {"region", "ภาค"},     {"cluster", "กลุ่มจังหวัด"},
          {"province", "จังหวัด"}, {"district", "อำเภอ"}, {"subdistrict", "ตำบล"}};
}

}  // namespace phaen::plan
