// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/glue_words.h"

#include <iterator>

namespace phaen::text {
namespace {

// After the day and before the year.
constexpr std::u32string_view kMonths[] = {
    // clang-format off
    U"มกราคม", U"กุมภาพันธ์", U"มีนาคม", U"เมษายน", U"พฤษภาคม", U"มิถุนายน", U"กรกฎาคม", U"สิงหาคม", U"กันยายน",
    U"ตุลาคม", U"พฤศจิกายน", U"ธันวาคม", U"ม.ค.", U"ก.พ.", U"มี.ค.", U"เม.ย.", U"พ.ค.", U"มิ.ย.", U"ก.ค.",
    U"ส.ค.", U"ก.ย.", U"ต.ค.", U"พ.ย.", U"ธ.ค.",
    // clang-format on
};

// A number stays with these before it.
constexpr std::u32string_view kBeforeNumber[] = {
    // clang-format off
    U"ร้อยละ", U"พ.ศ.", U"ค.ศ.", U"ร.ศ.", U"ข้อ", U"ข้อที่", U"มาตรา", U"ที่", U"หน้า", U"หน้าที่", U"เลขที่",
    U"ฉบับที่", U"ครั้งที่", U"ลำดับที่", U"วันที่", U"บทที่", U"ส่วนที่", U"หมวด", U"หมวดที่", U"ตอนที่",
    U"เล่ม", U"เล่มที่", U"ตาราง", U"ตารางที่", U"ภาพที่", U"แผนภาพที่", U"แผนภูมิที่", U"รูปที่", U"ภาคผนวก",
    U"ระยะที่", U"ไตรมาส", U"ไตรมาสที่", U"ประเด็นที่", U"แนวทางที่", U"เป้าหมายที่", U"ตัวชี้วัดที่", U"ระดับ",
    U"ระดับที่", U"ชั้น", U"หมู่", U"หมู่ที่", U"ม.", U"โทร.", U"ตอนบน", U"ตอนล่าง", U"ปี", U"ปีที่",
    U"ประจำปี", U"ปีงบประมาณ", U"รอบ", U"รอบที่", U"วรรค", U"ย่อหน้า", U"ฯ", U"No.", U"no.", U"ISO", U"SDG",
    U"Y1", U"Y2",
    // clang-format on
};

// These rather than must.
constexpr std::u32string_view kLeansOnNumber[] = {
    U"ประมาณ", U"เฉลี่ย", U"รวม", U"เป็น", U"ระหว่าง",
};

// These stay with a number before them.
constexpr std::u32string_view kUnits[] = {
    // clang-format off
    U"บาท", U"ล้านบาท", U"พันล้านบาท", U"หมื่นล้านบาท", U"แสนล้านบาท", U"ล้านล้านบาท", U"พันบาท", U"หมื่นบาท",
    U"แสนบาท", U"สตางค์", U"ดอลลาร์", U"ดอลลาร์สหรัฐ", U"หยวน", U"เยน", U"ยูโร", U"พัน", U"หมื่น", U"แสน",
    U"ล้าน", U"พันล้าน", U"หมื่นล้าน", U"แสนล้าน", U"ล้านล้าน", U"คน", U"ราย", U"ครัวเรือน", U"ครอบครัว",
    U"หลังคาเรือน", U"หลัง", U"แห่ง", U"ที่", U"จุด", U"สาย", U"เส้นทาง", U"เส้น", U"แปลง", U"ฟาร์ม", U"บ่อ",
    U"ตัว", U"ต้น", U"กอ", U"ใบ", U"เรื่อง", U"ฉบับ", U"เล่ม", U"ชุด", U"ชิ้น", U"เครื่อง", U"คัน", U"ลำ",
    U"คู่", U"ระบบ", U"โครงการ", U"กิจกรรม", U"แผนงาน", U"แผน", U"งาน", U"หลักสูตร", U"รุ่น", U"ครั้ง", U"รอบ",
    U"เที่ยว", U"ขั้นตอน", U"ขั้น", U"ข้อ", U"ด้าน", U"ประเด็น", U"ประเภท", U"ชนิด", U"รายการ", U"ตัวชี้วัด",
    U"มาตรา", U"หมวด", U"บท", U"หน้า", U"ตอน", U"จังหวัด", U"อำเภอ", U"ตำบล", U"หมู่บ้าน", U"ชุมชน", U"เมือง",
    U"เขต", U"ภาค", U"ประเทศ", U"กลุ่ม", U"กลุ่มจังหวัด", U"หน่วยงาน", U"หน่วย", U"องค์กร", U"กองทุน",
    U"สหกรณ์", U"วิสาหกิจ", U"บริษัท", U"ผลิตภัณฑ์", U"ตราสินค้า", U"ปี", U"เดือน", U"สัปดาห์", U"วัน", U"คืน",
    U"ชั่วโมง", U"ชม.", U"นาที", U"วินาที", U"น.", U"ไตรมาส", U"ไร่", U"งาน", U"ตารางวา", U"ตารางเมตร",
    U"ตารางกิโลเมตร", U"ตร.ม.", U"ตร.ว.", U"ตร.กม.", U"เฮกตาร์", U"เมตร", U"กิโลเมตร", U"เซนติเมตร",
    U"มิลลิเมตร", U"ม.", U"กม.", U"ซม.", U"มม.", U"ลูกบาศก์เมตร", U"ล้านลูกบาศก์เมตร", U"ลบ.ม.", U"กรัม",
    U"กิโลกรัม", U"กก.", U"ตัน", U"ลิตร", U"มิลลิลิตร", U"ไมครอน", U"วัตต์", U"กิโลวัตต์", U"เมกะวัตต์",
    U"หน่วยไฟฟ้า", U"องศาเซลเซียส", U"เท่า", U"เปอร์เซ็นต์", U"คะแนน", U"ระดับ", U"อันดับ", U"ลำดับ", U"ดัชนี",
    U"ชั้น", U"ดาว", U"เสียง", U"ส่วน", U"ต่อ", U"%", U"‰", U"°", U"°C", U"km", U"kg", U"g", U"mg", U"m", U"cm",
    U"mm", U"ha", U"MW", U"kW", U"kWh", U"GB", U"MB", U"pt", U"USD", U"THB", U"m²", U"km²", U"m³", U"PM", U"µg",
    // clang-format on
};

// A name stays with these before it.
constexpr std::u32string_view kTitles[] = {
    // clang-format off
    U"นาย", U"นาง", U"นางสาว", U"น.ส.", U"ด.ช.", U"ด.ญ.", U"เด็กชาย", U"เด็กหญิง", U"ดร.", U"ศ.", U"รศ.",
    U"ผศ.", U"ศ.ดร.", U"รศ.ดร.", U"ผศ.ดร.", U"นพ.", U"พญ.", U"ทพ.", U"ทญ.", U"สพ.ญ.", U"น.สพ.", U"ม.ร.ว.",
    U"ม.ล.", U"ม.จ.", U"คุณหญิง", U"ท่านผู้หญิง", U"พล.อ.", U"พล.ท.", U"พล.ต.", U"พล.ต.อ.", U"พล.ต.ท.",
    U"พล.ต.ต.", U"พ.อ.", U"พ.ท.", U"พ.ต.", U"พ.ต.อ.", U"พ.ต.ท.", U"พ.ต.ต.", U"ร.อ.", U"ร.ท.", U"ร.ต.",
    U"ร.ต.อ.", U"ร.ต.ท.", U"ร.ต.ต.", U"จ.ส.อ.", U"ส.อ.", U"ว่าที่ร้อยตรี", U"ว่าที่ ร.ต.", U"จ.", U"อ.", U"ต.",
    U"ถ.", U"ซ.", U"ม.", U"บ.", U"หจก.", U"บจก.", U"บมจ.", U"ร.ร.", U"รร.", U"รพ.", U"รพ.สต.", U"อบต.", U"อบจ.",
    U"สนง.", U"พ.ร.บ.", U"พ.ร.ก.", U"พ.ร.ฎ.", U"ทล.", U"ทช.", U"ฯพณฯ", U"พระครู", U"พระ", U"หลวงพ่อ",
    U"หลวงปู่",
    // clang-format on
};

// Words that lean on the next one; formal Thai does not end a line with them.
constexpr std::u32string_view kConnectives[] = {
    // clang-format off
    U"ที่", U"และ", U"หรือ", U"ใน", U"ของ", U"แต่", U"เพื่อ", U"โดย", U"กับ", U"แก่", U"ต่อ", U"จาก", U"ให้",
    U"ซึ่ง", U"อัน", U"ณ", U"ด้วย", U"ตาม", U"ว่า", U"ถึง", U"สู่", U"ได้แก่",
    U"เช่น", U"รวมทั้ง", U"ตลอดจน", U"และ/หรือ", U"เมื่อ", U"หาก", U"ถ้า", U"จึง", U"ก็", U"ทั้ง", U"การ",
    U"ความ", U"ผู้", U"นัก", U"ชาว", U"ไม่", U"จะ",
    // clang-format on
};

// The kind of a place stays with its name when it can.
constexpr std::u32string_view kPlaceWords[] = {
    U"จังหวัด",      U"อำเภอ", U"กิ่งอำเภอ", U"ตำบล", U"เทศบาลนคร", U"เทศบาลเมือง",
    U"เทศบาลตำบล", U"เขต",   U"แขวง",    U"บ้าน",  U"เมือง",
};

template <std::size_t n>
void append(std::vector<std::u32string>& words, const std::u32string_view (&table)[n]) {
  words.insert(words.end(), std::begin(table), std::end(table));
}

template <typename... Tables>
WordTrie trie(WordTrie::Direction direction, const Tables&... tables) {
  std::vector<std::u32string> words;
  (append(words, tables), ...);
  return {words, direction};
}

}  // namespace

GlueWords glue_words() {
  using enum WordTrie::Direction;
  return {trie(Backward, kBeforeNumber, kMonths),
          trie(Backward, kLeansOnNumber),
          trie(Forward, kUnits),
          trie(Forward, kMonths),
          trie(Forward, kTitles),
          trie(Backward, kPlaceWords),
          trie(Forward, kConnectives)};
}

}  // namespace phaen::text
